"""What a forum sends on: compiled from adopted proposals, commented on, approved, then never changed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import override

from core.states import Stateful
from outputs.querysets import OutputQuerySet
from outputs.states import MOVES, State


class Output(Stateful):
    """Findings with the dissent beside them. A trigger holds the text once it is approved."""

    MOVES: ClassVar = MOVES

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    summary = models.TextField()  # at most 60 words, in plain English
    findings = models.TextField()
    findings_html = models.TextField(blank=True)
    dissent = models.TextField()  # compulsory: what those who disagreed say, or that nobody did and how it was asked
    dissent_html = models.TextField(blank=True)
    took_part = models.JSONField(default=dict)  # frozen at approval: people by ward, posts, supports, votes
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFTING)
    ballot = models.ForeignKey("ballots.Ballot", models.PROTECT, null=True, blank=True, related_name="+")
    comments_close_on = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)  # of the approved text
    returned_because = models.TextField(blank=True)  # why it went back to be rewritten; published
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)  # first put before the public, for comment
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = OutputQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="drafting") | ~models.Q(dissent=""), name="output_dissent_is_compulsory"
            ),
            models.CheckConstraint(
                condition=models.Q(state="drafting") | models.Q(opened_at__isnull=False), name="output_opened_is_dated"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved")
                | (
                    models.Q(approved_at__isnull=False, ballot__isnull=False)
                    & ~models.Q(digest="")
                    & ~models.Q(took_part={})
                ),
                name="output_approved_is_whole",
            ),
        )
        indexes = (
            models.Index(fields=("forum", "-id"), name="output_forum"),
            models.Index(fields=("state", "-approved_at"), name="output_state"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """The permanent path, without a language prefix."""
        with override(settings.LANGUAGE_CODE):
            return reverse("outputs:output", args=[self.reference])

    @property
    def is_public(self) -> bool:
        return self.opened_at is not None

    @property
    def is_approved(self) -> bool:
        return bool(self.state == State.APPROVED)


class OutputProposal(models.Model):
    """One adopted proposal in an output, with its counts as they stood when it was compiled."""

    output = models.ForeignKey(Output, models.PROTECT, related_name="asks")
    adoption = models.ForeignKey("proposals.Adoption", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    supports = models.PositiveIntegerField()
    verified = models.PositiveIntegerField()
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    abstain = models.PositiveIntegerField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("adoption",), name="output_proposal_once"
            ),  # an adoption goes on in one output
            models.UniqueConstraint(fields=("output", "number"), name="output_proposal_number"),
        )

    def __str__(self) -> str:
        return f"{self.output_id}.{self.number}"


class Joining(models.Model):
    """Another forum sends the approved text too, by a decision of its own. A trigger holds that it joins before a committee has it."""

    output = models.ForeignKey(Output, models.PROTECT, related_name="joinings")
    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    decision = models.CharField(max_length=500)  # how and when it decided; published
    ballot = models.ForeignKey("ballots.Ballot", models.PROTECT, null=True, blank=True, related_name="+")
    members = models.PositiveIntegerField()  # on the day it joined
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("output", "forum"), name="joining_once"),
            models.CheckConstraint(condition=~models.Q(decision=""), name="joining_names_the_decision"),
        )

    def __str__(self) -> str:
        return f"{self.forum_id} in {self.output_id}"


class Opposition(models.Model):
    """Two outputs of different forums ask for opposite things on one shared issue, as a facilitator of one of them says."""

    issue = models.ForeignKey("proposals.SharedIssue", models.PROTECT, related_name="+")
    one = models.ForeignKey(Output, models.PROTECT, related_name="+")  # the one with the lower number
    other = models.ForeignKey(Output, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)  # published
    marked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=500, blank=True)  # published

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("one", "other"), condition=models.Q(ended_at=None), name="opposition_once_at_a_time"
            ),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="opposition_is_of_two"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="opposition_has_reason"),
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | ~models.Q(ended_because=""), name="opposition_end_has_reason"
            ),
        )
        indexes = (models.Index(fields=("issue",), condition=models.Q(ended_at=None), name="opposition_issue"),)

    def __str__(self) -> str:
        return f"{self.one_id} against {self.other_id}"


class OutputVersion(models.Model):
    """The text of a draft as it stood."""

    output = models.ForeignKey(Output, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    summary = models.TextField()
    findings = models.TextField()
    dissent = models.TextField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=("output", "version"), name="output_version"),)

    def __str__(self) -> str:
        return f"{self.output_id} v{self.version}"
