from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from proposals.states import PairState, State

if TYPE_CHECKING:
    from proposals.models import Pair, Proposal  # noqa: F401

# A public page has no use for these, so it does not have them.
UNREAD_OF_A_PERSON = ("age_band", "postcode", "address", "declared_at", "verified_at", "created_at")
UNREAD_OF_AN_AREA = ("boundary", "valid_from", "valid_to", "electorate", "population", "sort_key", "vintage", "parent")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def public(self) -> "ProposalQuerySet":
        return self.exclude(state=State.DRAFT)

    def shown(self) -> "ProposalQuerySet":
        """Public, and not hidden by a moderator."""
        return self.public().filter(hidden_at=None)

    def open(self) -> "ProposalQuerySet":
        return self.filter(state=State.OPEN)

    def drafts_of(self, person: Any) -> "ProposalQuerySet":
        return self.filter(state=State.DRAFT, author=person)

    def expiring(self, day: date) -> "ProposalQuerySet":
        """Open, below the threshold, and with a last day before `day`; those that wait for a check or for the members stay."""
        return self.open().filter(expires_on__lt=day, ready_at=None, supports__lt=F("threshold"))

    def visible_to(self, user: Any) -> "ProposalQuerySet":
        """Public ones, and the drafts of this person."""
        person = getattr(user, "person", None) if user.is_authenticated else None
        return self.filter(~Q(state=State.DRAFT) | Q(author=person)) if person else self.public()

    def for_page(self) -> "ProposalQuerySet":
        """All that a proposal's page says of it, in one query."""
        return self.select_related("forum", "area", "author__ward", "remit_check__reason").defer(
            "body",
            "assets",
            *(f"forum__{column}" for column in ("purpose", "purpose_html", "topics", "created_at", "sort_key")),
            *(f"author__{column}" for column in UNREAD_OF_A_PERSON),
            *(f"area__{column}" for column in UNREAD_OF_AN_AREA),
            *(f"author__ward__{column}" for column in UNREAD_OF_AN_AREA),
        )

    def for_act(self) -> "ProposalQuerySet":
        """What the policies of supporting look at, and nothing else."""
        return self.only(
            "reference", "state", "hidden_at", "hidden_because", "supports_closed_at", "expires_on", "published_at",
            "created_at", "minimum_level", "supports", "threshold", "counted_at",
            "supports_below", "imported_supports",
        )  # fmt: skip


class PairQuerySet(models.QuerySet["Pair"]):
    def waiting(self) -> "PairQuerySet":
        """Nobody has looked at them, and both still gather supports and can be read."""
        alive = {f"{one}__{field}": value for one in ("newer", "older") for field, value in _ALIVE.items()}
        return self.filter(state=PairState.FOUND, **alive)

    def for_page(self) -> "PairQuerySet":
        return self.select_related("newer__forum", "newer__author", "older__forum", "older__author")


_ALIVE = {"state": State.OPEN, "hidden_at": None, "supports_closed_at": None}
