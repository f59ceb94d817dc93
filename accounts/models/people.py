"""One human being, what is known of where they live, and in what standing they speak."""

from django.db import models
from django.utils.translation import gettext, gettext_lazy as _

from accounts.querysets import PersonQuerySet
from core import now


class Level(models.IntegerChoices):
    """How well a person's residence is known. Each activity states the lowest that counts."""

    NONE = 0, _("nothing confirmed")
    EMAIL = 1, _("e-mail confirmed")
    DECLARED = 2, _("address declared")
    VERIFIED = 3, _("residence verified")


class AgeBand(models.TextChoices):
    UNDER_16 = "under_16", _("under 16")
    FROM_16 = "16_17", _("16 or 17")
    FROM_18 = "18_24", _("18 to 24")
    FROM_25 = "25_34", _("25 to 34")
    FROM_35 = "35_49", _("35 to 49")
    FROM_50 = "50_64", _("50 to 64")
    FROM_65 = "65_plus", _("65 or over")
    UNSAID = "", _("not said")


class Person(models.Model):
    """A human being. Supports, votes and seats hang on this row, whichever way they came in."""

    user = models.OneToOneField("accounts.User", models.SET_NULL, null=True, blank=True, related_name="person")
    name = models.CharField(max_length=80, blank=True)  # as shown beside what they write
    age_band = models.CharField(max_length=10, choices=AgeBand.choices, blank=True)
    level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.NONE)
    ward = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    postcode = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=200, blank=True)
    declared_at = models.DateTimeField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    # A line of the register stands for one human being: two persons cannot hold the same one, not even of two uploads.
    register_digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    invented = models.BooleanField(default=False)  # demonstration data
    created_at = models.DateTimeField(default=now)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        indexes = (
            models.Index(fields=("ward",), name="person_ward"),
            models.Index(fields=("merged_into",), condition=models.Q(merged_into__isnull=False), name="person_merged"),
        )

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """As shown beside what they write; someone who gave no name, or has gone, is a resident."""
        return self.name if self.name and self.erased_at is None else gettext("A resident")

    @property
    def first_name(self) -> str:
        """As shown where whole names are not, such as in youth forums."""
        return self.display_name.split(" ", 1)[0] if self.name else self.display_name

    @property
    def is_here(self) -> bool:
        """Neither gone nor folded into another."""
        return self.erased_at is None and self.merged_into_id is None


class StakeholderKind(models.TextChoices):
    RESIDENT = "resident", _("resident")
    SERVICE_USER = "service_user", _("service user")
    SERVICE_WORKER = "service_worker", _("service worker")
    ORGANISATION = "organisation", _("organisation")


class WorkerKind(models.Model):
    """What kind of work somebody does in a public service: a closed list, which officers choose from when they check."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=60)  # as it stands before a name: "Home care worker"
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class Standing(models.Model):
    """In what capacity a person takes part, in their own words, and who checked it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="standings")
    kind = models.CharField(max_length=20, choices=StakeholderKind.choices)
    of = models.CharField(max_length=120, blank=True)  # which service or organisation
    checked_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    worker_kind = models.ForeignKey(WorkerKind, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "kind", "of"), name="standing_once"),)

    def __str__(self) -> str:
        return self.get_kind_display()
