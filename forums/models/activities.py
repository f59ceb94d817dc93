"""What a forum runs for a time. Several may run at once; each starts and ends by its dates."""

from django.db import models

from accounts.models import Level
from core import now
from forums.querysets import ActivityQuerySet
from forums.states import ActivityKind


class Activity(models.Model):
    """Rules are frozen once the first input is in."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=20, choices=ActivityKind.choices)
    title = models.CharField(max_length=120)
    explanation = models.TextField(blank=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True, blank=True)  # none: always open
    # rules of a proposals activity
    threshold = models.PositiveIntegerField(default=0)  # supports that put a proposal to the members
    minimum_level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.DECLARED)
    months_open = models.PositiveSmallIntegerField(default=12)  # how long a proposal gathers supports
    # rule of a survey
    smallest_cell = models.PositiveSmallIntegerField(default=5)  # fewer answers than this are never shown as a number
    phase = models.ForeignKey("forums.Phase", models.SET_NULL, null=True, blank=True, related_name="activities")
    gathering = models.ForeignKey("meetings.Gathering", models.PROTECT, null=True, blank=True, related_name="+")
    frozen_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)  # when its beginning was recorded and told, once
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "activities"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closes_at=None) | models.Q(closes_at__gt=models.F("opens_at")), name="activity_lasts"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="proposals") | models.Q(threshold__gt=0), name="activity_has_threshold"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="meeting") | models.Q(gathering__isnull=False), name="activity_has_meeting"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="ballot") | models.Q(closes_at__isnull=False), name="activity_ballot_ends"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="survey") | models.Q(closes_at__isnull=False), name="activity_survey_ends"
            ),
            models.CheckConstraint(condition=models.Q(smallest_cell__gte=5), name="activity_hides_few"),
        )
        indexes = (
            models.Index(fields=("forum", "opens_at"), name="activity_forum"),
            models.Index(fields=("opens_at",), condition=models.Q(started_at=None), name="activity_to_start"),
            models.Index(fields=("closes_at",), condition=models.Q(ended_at=None), name="activity_to_end"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.opens_at <= now() and not self.is_over

    @property
    def is_over(self) -> bool:
        return self.closes_at is not None and self.closes_at <= now()

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None
