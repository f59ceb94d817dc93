"""One person, one support. Rows are the truth; deltas carry news of them to the published count."""

from django.db import models

from proposals.states import Channel


class Support(models.Model):
    """One person's backing of one proposal, whatever the channel. Private unless the person says otherwise."""

    proposal = models.ForeignKey("proposals.Proposal", models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()  # the person's identity level when it was given or last raised
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.WEB)
    given_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("proposal", "person"), name="support_once"),)
        indexes = (models.Index(fields=("person", "-id"), name="support_person"),)

    def __str__(self) -> str:
        return f"a support of {self.proposal_id}"


class SupportDelta(models.Model):
    """One change to a count, written with the support row and folded away by the tally a moment later."""

    proposal = models.ForeignKey("proposals.Proposal", models.PROTECT, related_name="+", db_index=False)
    support_id = models.BigIntegerField()  # the row that came or went; no foreign key, for it may be gone
    amount = models.SmallIntegerField()  # +1 given, -1 taken back
    level = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.amount:+} for {self.proposal_id}"


class Crossing(models.Model):
    """A count passed its threshold, upwards or downwards. Every one is kept; people are told of the first."""

    proposal = models.ForeignKey("proposals.Proposal", models.PROTECT, related_name="crossings")
    upwards = models.BooleanField()
    supports = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.proposal_id} {'reached' if self.upwards else 'fell below'}"
