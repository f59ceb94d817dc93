"""What a conversation came to, point by point, each resting on posts; and what the members say to it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.states import Stateful
from forums.states import SUMMARY_MOVES, LabelSort, ObjectionShown, SummaryState


class Summary(Stateful):
    """One version. Once agreed or sent back nothing in it changes; a new version is another row."""

    MOVES: ClassVar = SUMMARY_MOVES

    thread = models.ForeignKey("forums.Thread", models.PROTECT, related_name="summaries")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=SummaryState.choices, default=SummaryState.DRAFT)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)  # the last day for answers
    closed_at = models.DateTimeField(null=True, blank=True)
    members = models.PositiveIntegerField(default=0)  # how many could answer, when it closed
    answered = models.PositiveIntegerField(default=0)  # how many answered at least one point

    class Meta:
        verbose_name_plural = "summaries"
        constraints = (
            models.UniqueConstraint(fields=("thread", "version"), name="summary_version"),
            models.UniqueConstraint(
                fields=("thread",), condition=Q(state__in=("draft", "open")), name="summary_one_at_work"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(opened_at__isnull=False, closes_on__isnull=False),
                name="summary_open_has_a_clock",
            ),
        )
        indexes = (models.Index(fields=("closes_on",), condition=Q(state="open"), name="summary_closing"),)

    def __str__(self) -> str:
        return f"summary {self.version} of thread {self.thread_id}"

    @property
    def is_draft(self) -> bool:
        return self.state == SummaryState.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state == SummaryState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state in (SummaryState.AGREED, SummaryState.RETURNED)


class Point(models.Model):
    """One finding. `agreed` and `objected` are counted for good when the summary closes."""

    summary = models.ForeignKey(Summary, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    text_html = models.TextField()
    agreed = models.PositiveIntegerField(default=0)
    objected = models.PositiveIntegerField(default=0)
    posts = models.ManyToManyField("forums.Post", through="forums.Citation", related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("summary", "number"), name="point_number", deferrable=models.Deferrable.DEFERRED
            ),
        )

    def __str__(self) -> str:
        return f"point {self.number}"

    @property
    def holds(self) -> bool:
        """More members agreed than objected."""
        return self.agreed > self.objected


class Citation(models.Model):
    """A post on which a point rests."""

    point = models.ForeignKey(Point, models.CASCADE, related_name="citations")
    post = models.ForeignKey("forums.Post", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("point", "post"), name="citation_once"),)

    def __str__(self) -> str:
        return f"{self.point_id} cites {self.post_id}"


class PointAnswer(models.Model):
    """What one member says to one point. Who agreed goes when the summary closes; an objection stays as its author wished."""

    point = models.ForeignKey(Point, models.CASCADE, related_name="answers")
    person = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    shown = models.CharField(max_length=10, choices=ObjectionShown.choices, default=ObjectionShown.FIGURE)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("point", "person"), name="point_answer_once"),
            models.CheckConstraint(condition=Q(agrees=True) | ~Q(reason=""), name="point_objection_has_a_reason"),
        )

    def __str__(self) -> str:
        return "agrees" if self.agrees else "objects"


class PostLabel(models.Model):
    """A tag or a group under which a facilitator put posts of one conversation, for everybody to see."""

    thread = models.ForeignKey("forums.Thread", models.CASCADE, related_name="labels")
    sort = models.CharField(max_length=5, choices=LabelSort.choices)
    name = models.CharField(max_length=60)
    posts = models.ManyToManyField("forums.Post", through="forums.Labelling", related_name="+")

    class Meta:
        ordering = ("sort", "name")
        constraints = (models.UniqueConstraint(fields=("thread", "sort", "name"), name="post_label_once"),)

    def __str__(self) -> str:
        return self.name


class Labelling(models.Model):
    """One post under one label."""

    label = models.ForeignKey(PostLabel, models.CASCADE, related_name="labellings")
    post = models.ForeignKey("forums.Post", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("label", "post"), name="labelled_once"),)

    def __str__(self) -> str:
        return f"{self.post_id} under {self.label_id}"
