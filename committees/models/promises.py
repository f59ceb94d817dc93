"""What was promised, how it goes, and whether those who asked say it was delivered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from committees.querysets import CommitmentQuerySet
from committees.states import CLAIM_MOVES, COMMITMENT_MOVES, ClaimState, CommitmentState
from core.states import Stateful


class Commitment(Stateful):
    """A promise with a measure, an owner and a date. The first date is always shown."""

    MOVES: ClassVar = COMMITMENT_MOVES

    recommendation = models.OneToOneField("committees.Recommendation", models.PROTECT, related_name="commitment")
    portfolio = models.ForeignKey("committees.Portfolio", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=40, unique=True)
    text = models.TextField()
    measure = models.CharField(max_length=300)
    owner = models.CharField(max_length=160)  # the post that delivers it
    due = models.DateField()
    first_due = models.DateField()
    state = models.CharField(max_length=10, choices=CommitmentState.choices, default=CommitmentState.PROMISED)
    created_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True, blank=True)  # the owner's last report; one is owed every month
    overdue_told_at = models.DateTimeField(null=True, blank=True)  # that the day has passed; empty again for a new day

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("portfolio", "state", "due"), name="commitment_owed"),)

    def __str__(self) -> str:
        return self.reference


class Progress(models.Model):
    """What the owner reports, month by month. A change of date says why."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="progress")
    state = models.CharField(max_length=10, choices=CommitmentState.choices)
    text = models.TextField()
    due_was = models.DateField(null=True, blank=True)
    due_becomes = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "progress"
        ordering = ("id",)
        indexes = (models.Index(fields=("commitment", "id"), name="progress_order"),)

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.state}"


class Claim(Stateful):
    """The owner says it is delivered, with evidence. Those who asked have until a day to say whether it is."""

    MOVES: ClassVar = CLAIM_MOVES

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="claims")
    evidence = models.TextField()
    evidence_html = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=ClaimState.choices, default=ClaimState.OPEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    judge_by = models.DateField()
    confirmed = models.PositiveIntegerField(default=0)
    disputed = models.PositiveIntegerField(default=0)

    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="open", closed_at=None)
                | (~models.Q(state="open") & models.Q(closed_at__isnull=False)),
                name="claim_closing_is_dated",
            ),
            models.UniqueConstraint(fields=("commitment",), condition=models.Q(state="open"), name="claim_one_open"),
        )

    def __str__(self) -> str:
        return f"delivery of {self.commitment_id}"


class Judgement(models.Model):
    """What one of those who asked says of a delivery. The person is private; the reason is public."""

    class Verdict(models.TextChoices):
        CONFIRM = "confirm", _("It was delivered")
        DISPUTE = "dispute", _("It was not delivered")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="judgements")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("claim", "person"), name="judgement_once"),
            models.CheckConstraint(
                condition=models.Q(verdict="confirm") | ~models.Q(reason=""), name="dispute_has_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.claim_id} {self.verdict}"
