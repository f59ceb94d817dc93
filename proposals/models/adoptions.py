"""What the forum decides of a proposal: is it in the remit, and do the members adopt it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RemitReason(models.Model):
    """Why a proposal may be refused at the check: the forum's published list, as data."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=120)
    explanation = models.TextField(blank=True)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.title


class RemitCheck(models.Model):
    """A facilitator's published finding that a proposal is, or is not, the forum's business."""

    class Outcome(models.TextChoices):
        IN_REMIT = "in_remit", _("within the remit")
        REFUSED = "refused", _("outside the remit")

    proposal = models.OneToOneField("proposals.Proposal", models.PROTECT, related_name="remit_check")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.ForeignKey(RemitReason, models.PROTECT, null=True, blank=True, related_name="+")
    statement = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outcome="in_remit") | (models.Q(reason__isnull=False) & ~models.Q(statement="")),
                name="remit_refusal_has_reasons",
            ),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.outcome}"


class Adoption(models.Model):
    """A forum's members vote on a proposal; certified, it stands."""

    proposal = models.ForeignKey("proposals.Proposal", models.PROTECT, related_name="adoptions")
    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    ballot = models.OneToOneField("ballots.Ballot", models.PROTECT, related_name="+")
    supports_at_opening = models.PositiveIntegerField()
    challenge_until = models.DateField(null=True, blank=True)  # the last day, known once the votes are counted
    adopted = models.BooleanField(null=True)  # none until certified
    certified_at = models.DateTimeField(null=True, blank=True)
    # Of another forum's: when the proposal's own last looked at it.
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("proposal", "forum"), name="adoption_once"),)

    def __str__(self) -> str:
        return f"{self.proposal_id} by {self.forum_id}"

    @property
    def is_elsewhere(self) -> bool:
        """Whether a forum decides that is not the proposal's own; the proposal is at hand."""
        return bool(self.forum_id != self.proposal.forum_id)
