"""A longer piece of work in phases, of which at most one is active; which one, the clock says."""

from typing import ClassVar

from django.db import models
from django.utils.safestring import SafeString

from core import now
from forums.querysets import PhaseQuerySet, ProcessQuerySet
from forums.states import Involvement


class Process(models.Model):
    """What is to come of it, how much say people have, and whose it is. What is called co-production names its participants in all three stages."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, null=True, blank=True, related_name="processes")
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    purpose = models.TextField()
    purpose_html = models.TextField()
    involvement = models.CharField(max_length=10, choices=Involvement.choices)
    design_by = models.CharField(max_length=300, blank=True)
    decision_by = models.CharField(max_length=300, blank=True)
    evaluation_by = models.CharField(max_length=300, blank=True)
    areas = models.ManyToManyField("places.Area", related_name="+", blank=True)  # none: the whole city
    topics = models.JSONField(default=list, blank=True)
    group = models.CharField(max_length=80, blank=True)  # processes of one name stand together
    promoted = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = ProcessQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "processes"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(involvement="coproduce")
                | ~(models.Q(design_by="") | models.Q(decision_by="") | models.Q(evaluation_by="")),
                name="process_coproduced_by_whom",
            )
        ]
        indexes = (models.Index(fields=("-promoted", "-id"), name="process_list"),)

    def __str__(self) -> str:
        return self.title

    @property
    def words(self) -> SafeString:
        """The purpose as HTML that was made safe when it was stored."""
        return SafeString(self.purpose_html)

    @property
    def is_coproduced(self) -> bool:
        return self.involvement == Involvement.COPRODUCE


class Phase(models.Model):
    """From a moment to a moment, with what happens in it and what people can do. Two of one process never overlap: the table excludes it."""

    process = models.ForeignKey(Process, models.PROTECT, related_name="phases")
    title = models.CharField(max_length=120)
    happens = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)  # none: until further notice
    call_label = models.CharField(max_length=60, blank=True)
    call_url = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)  # when its beginning was recorded and told, once

    objects = PhaseQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")), name="phase_lasts"
            ),
            models.CheckConstraint(
                condition=(models.Q(call_label="") & models.Q(call_url=""))
                | ~(models.Q(call_label="") | models.Q(call_url="")),
                name="phase_calls_somewhere",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("starts_at",), condition=models.Q(begun_at=None), name="phase_to_begin")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_active(self) -> bool:
        return self.starts_at <= now() and not self.is_over

    @property
    def is_over(self) -> bool:
        return self.ends_at is not None and self.ends_at <= now()


class RelatedItem(models.Model):
    """A record that belongs with a process: a proposal, a forum, an output."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="related")
    kind = models.CharField(max_length=60)
    item_id = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("process", "kind", "item_id"), name="process_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.item_id}"
