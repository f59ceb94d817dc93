"""What a body recommends, by named vote, and what the executive answers."""

from typing import ClassVar

from django.db import models
from django.db.models import lookups
from django.db.models.functions import Length, Trim

from committees.querysets import RecommendationQuerySet
from committees.states import RECOMMENDATION_MOVES, Answer, RecommendationState, SeatKind, VoteChoice
from core.states import Stateful

SUBSTANCE = 20  # letters that a reason has at least


class Recommendation(Stateful):
    """One ask to one cabinet member, with a measure. Once adopted its text is final."""

    MOVES: ClassVar = RECOMMENDATION_MOVES

    agenda_item = models.ForeignKey("committees.AgendaItem", models.PROTECT, related_name="recommendations")
    body = models.ForeignKey("committees.Body", models.PROTECT, related_name="+")
    portfolio = models.ForeignKey("committees.Portfolio", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=40, unique=True)
    text = models.TextField()
    measure = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=RecommendationState.choices, default=RecommendationState.DRAFTED)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(null=True, blank=True)
    casting_vote = models.CharField(max_length=10, choices=VoteChoice.choices, blank=True)
    created_at = models.DateTimeField()
    adopted_at = models.DateTimeField(null=True, blank=True)
    received_on = models.DateField(
        null=True, blank=True
    )  # the executive's receipt of the notice; the clock begins with it
    answer_due = models.DateField(null=True, blank=True)
    overdue_told_at = models.DateTimeField(null=True, blank=True)  # the record says once that the day has passed

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state__in=("issued", "answered"))
                | (models.Q(received_on__isnull=False) & models.Q(answer_due__isnull=False)),
                name="recommendation_clock_runs",
            ),
        )
        indexes = (models.Index(fields=("portfolio", "state", "answer_due"), name="recommendation_owed"),)

    def __str__(self) -> str:
        return self.reference


class SeatVote(models.Model):
    """How one seat voted. Whether it counted is written down with it."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="votes")
    seat = models.ForeignKey("committees.Seat", models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    seat_kind = models.CharField(max_length=20, choices=SeatKind.choices)
    choice = models.CharField(max_length=10, choices=VoteChoice.choices)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("recommendation", "seat"), name="seat_vote_once"),)

    def __str__(self) -> str:
        return f"{self.seat_id} {self.choice}"


class Response(models.Model):
    """The executive's answer: accept, part or reject, always with a reason. A correction is a new version."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="responses")
    version = models.PositiveSmallIntegerField(default=1)
    answer = models.CharField(max_length=8, choices=Answer.choices)
    reason = models.TextField()
    corrected_because = models.TextField(blank=True)
    by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")  # a public office holder
    name = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(fields=("recommendation", "version"), name="response_version"),
            models.CheckConstraint(
                condition=lookups.GreaterThanOrEqual(Length(Trim("reason")), SUBSTANCE), name="response_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(version=1) | ~models.Q(corrected_because=""), name="response_correction_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.answer}"
