"""Areas with their official codes, vintages and successors, and the postcodes that lie in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from places.querysets import AreaQuerySet


class Kind(models.TextChoices):
    COUNCIL = "council", _("council")
    WARD = "ward", _("ward")
    CONSTITUENCY = "constituency", _("constituency")
    PARISH = "parish", _("parish")


class Area(models.Model):
    """A ward, constituency, parish, or the whole council area, as it was drawn in one vintage."""

    kind = models.CharField(max_length=20, choices=Kind.choices)
    code = models.CharField(max_length=12)  # GSS code, such as E05011118
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    sort_key = models.CharField(max_length=140)
    vintage = models.CharField(max_length=20, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    best_fit = models.BooleanField(default=False)  # the parent is a guess: wards do not nest exactly
    seats = models.PositiveSmallIntegerField(null=True, blank=True)  # councillors that it elects
    electorate = models.PositiveIntegerField(null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    boundary = models.JSONField(null=True, blank=True)  # GeoJSON geometry, WGS84

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ("sort_key",)
        constraints = (models.UniqueConstraint(fields=("code", "vintage"), name="area_vintage"),)
        indexes = (models.Index(fields=("kind", "sort_key"), name="area_list"),)

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """The permanent address of its page, without a language."""
        return f"/areas/{self.slug}/"


class Succession(models.Model):
    """Where an area went at a boundary review, and which share of its people with it."""

    old = models.ForeignKey(Area, models.CASCADE, related_name="successors")
    new = models.ForeignKey(Area, models.CASCADE, related_name="predecessors")
    share = models.DecimalField(max_digits=5, decimal_places=4, default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("old", "new"), name="succession_once"),)

    def __str__(self) -> str:
        return f"{self.old} to {self.new}"


class Postcode(models.Model):
    """A postcode, in capitals and without its space, and the ward in which it lies."""

    code = models.CharField(max_length=8, primary_key=True)
    ward = models.ForeignKey(Area, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.code[:-3]} {self.code[-3:]}"


class Population(models.Model):
    """How many people of one group live in an area, by one source. The newest day holds; older figures stay."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    group = models.CharField(max_length=40, blank=True)  # "": everybody; else such as "age:25_34", "kind:service_user"
    people = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    source_url = models.URLField(blank=True)
    as_of = models.DateField()

    class Meta:
        verbose_name_plural = "population"
        constraints = (
            models.UniqueConstraint(fields=("area", "group", "as_of"), name="population_once_a_day"),
            models.CheckConstraint(condition=~models.Q(source=""), name="population_has_a_source"),
        )

    def __str__(self) -> str:
        return f"{self.area_id} {self.group or 'all'}: {self.people}"
