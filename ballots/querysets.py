from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F

from ballots.states import State

if TYPE_CHECKING:
    from ballots.models import Ballot, PublishedVote  # noqa: F401


class BallotQuerySet(models.QuerySet["Ballot"]):
    def visible_to(self, user: Any) -> "BallotQuerySet":
        """Every ballot is public, from its announcement on; what nobody may see before the close is not in it."""
        return self.all()

    def open(self) -> "BallotQuerySet":
        return self.filter(state=State.OPEN)

    def about(self, key: tuple[str, int]) -> "BallotQuerySet":
        return self.filter(subject_kind=key[0], subject_id=key[1])

    def of_host(self, key: tuple[str, int]) -> "BallotQuerySet":
        return self.filter(host_kind=key[0], host_id=key[1])

    def carried(self) -> "BallotQuerySet":
        """Certified, with more yes than no and the quorum met."""
        votes = F("yes") + F("no") + F("abstain")
        return self.filter(state=State.CERTIFIED, yes__gt=F("no")).filter(quorum__lte=votes)

    def due_to_open(self, moment: datetime) -> "BallotQuerySet":
        return self.filter(state=State.PLANNED, opens_at__lte=moment)

    def due_to_close(self, moment: datetime) -> "BallotQuerySet":
        return self.filter(state=State.OPEN, closes_at__lte=moment)


class PublishedVoteQuerySet(models.QuerySet["PublishedVote"]):
    def of(self, ballot: "Ballot") -> "PublishedVoteQuerySet":
        return self.filter(ballot=ballot).order_by("tracker")
