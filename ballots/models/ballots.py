"""Members' ballots: private until certified, then with no link left between a person and a choice."""

from typing import ClassVar

from django.db import models

from ballots.querysets import BallotQuerySet, PublishedVoteQuerySet
from ballots.states import MOVES, State
from core.states import Stateful


class Ballot(Stateful):
    """One question to a frozen roll. Nobody sees a result before it closes."""

    MOVES: ClassVar = MOVES

    subject_kind = models.CharField(max_length=60)  # what is voted on, such as a proposal or an output
    subject_id = models.BigIntegerField()
    host_kind = models.CharField(max_length=60)  # whose members vote, such as a forum
    host_id = models.BigIntegerField()
    question = models.CharField(max_length=300)
    explanation = models.TextField(blank=True)
    planned_at = models.DateTimeField()  # when the roll was frozen
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    quorum = models.PositiveIntegerField(default=0)  # votes needed for the result to stand
    roll_size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    yes = models.PositiveIntegerField(null=True, blank=True)
    no = models.PositiveIntegerField(null=True, blank=True)
    abstain = models.PositiveIntegerField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    certified_at = models.DateTimeField(null=True, blank=True)
    annulled_at = models.DateTimeField(null=True, blank=True)
    annulled_because = models.TextField(blank=True)  # published
    receipts_digest = models.CharField(max_length=64, blank=True)  # SHA-256 over the sorted published lines

    objects = BallotQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="ballot_lasts"),
            models.CheckConstraint(
                # No figure exists before the close, so none can leak.
                condition=~models.Q(state__in=("planned", "open")) | models.Q(yes=None, no=None, abstain=None),
                name="ballot_no_early_result",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("counted", "certified"))
                | models.Q(yes__isnull=False, no__isnull=False, abstain__isnull=False),
                name="ballot_counted_has_figures",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="annulled") | ~models.Q(annulled_because=""), name="ballot_annulled_says_why"
            ),
            models.UniqueConstraint(
                # Two forums may ask their members about the same thing, each in a ballot of its own.
                fields=("subject_kind", "subject_id", "host_kind", "host_id"),
                condition=models.Q(state__in=("planned", "open", "counted")),
                name="ballot_one_at_a_time",
            ),
        )
        indexes = (
            models.Index(fields=("subject_kind", "subject_id"), name="ballot_subject"),
            models.Index(fields=("host_kind", "host_id", "-id"), name="ballot_host"),
            models.Index(fields=("closes_at",), condition=models.Q(state="open"), name="ballot_closing"),
            models.Index(fields=("opens_at",), condition=models.Q(state="planned"), name="ballot_opening"),
        )

    def __str__(self) -> str:
        return self.question

    @property
    def carried(self) -> bool | None:
        """Whether more said yes than no and the quorum was met; None before the count."""
        if self.yes is None or self.no is None or self.votes is None:
            return None
        return self.yes > self.no and self.votes >= self.quorum

    @property
    def votes(self) -> int | None:
        """How many of the roll voted; None before the count."""
        if self.yes is None or self.no is None or self.abstain is None:
            return None
        return self.yes + self.no + self.abstain

    @property
    def is_counted(self) -> bool:
        return self.votes is not None


class RollEntry(models.Model):
    """One person who may vote in one ballot, as the roll stood when it was frozen."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="roll")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "roll entries"
        constraints = (models.UniqueConstraint(fields=("ballot", "person"), name="roll_once"),)

    def __str__(self) -> str:
        return f"{self.ballot_id}: {self.person_id}"


class Vote(models.Model):
    """One sealed vote. `voter` is a keyed digest that only the running service can make, `sealed` a cipher text."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="+")
    voter = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ballot", "voter"), name="vote_once"),)

    def __str__(self) -> str:
        return f"a vote in {self.ballot_id}"


class PublishedVote(models.Model):
    """A counted vote with the tracker that its voter was given, and nothing else."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="published")
    tracker = models.CharField(max_length=24)
    choice = models.CharField(max_length=10)

    objects = PublishedVoteQuerySet.as_manager()

    class Meta:
        ordering = ("tracker",)
        constraints = (models.UniqueConstraint(fields=("ballot", "tracker"), name="tracker_once"),)

    def __str__(self) -> str:
        return self.tracker
