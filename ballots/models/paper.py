"""Votes on paper. Slips come from a pile: the platform knows who was handed one, and never which.

Triggers hold that nobody votes both on paper and on the web, and that no more slips are counted than were handed out.
"""

from django.db import models
from django.db.models import Q

from ballots.models.ballots import Ballot, RollEntry


class Slip(models.Model):
    """One printed paper with a code, which is its tracker in the published list. Nothing links it to a person."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="slips")
    code = models.CharField(max_length=24)
    counted = models.BooleanField(default=False)  # typed in twice, alike

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ballot", "code"), name="slip_once"),)

    def __str__(self) -> str:
        return self.code


class PaperVoter(models.Model):
    """Somebody on the roll was handed a slip and votes on paper. `voter` is the tag under which their web vote would lie."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="paper_voters")
    entry = models.OneToOneField(RollEntry, models.PROTECT, related_name="+")
    voter = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ballot", "voter"), name="on_paper_once"),)

    def __str__(self) -> str:
        return f"one of {self.ballot_id}"


class SlipReading(models.Model):
    """What one person typed in from one slip, sealed. Two different people read each slip; where they differ, both read it again in the next round."""

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="readings")
    round = models.PositiveSmallIntegerField(default=1)
    place = models.PositiveSmallIntegerField()
    reader = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        ordering = ("round", "place")
        constraints = (
            models.UniqueConstraint(fields=("slip", "round", "place"), name="reading_place"),
            models.UniqueConstraint(fields=("slip", "round", "reader"), name="reading_by_two"),
            models.CheckConstraint(condition=Q(place__in=(1, 2)), name="reading_first_or_second"),
        )

    def __str__(self) -> str:
        return f"{self.slip_id}: {self.round}.{self.place}"
