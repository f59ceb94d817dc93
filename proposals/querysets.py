from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from proposals.states import State

if TYPE_CHECKING:
    from proposals.models import Proposal  # noqa: F401


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
        return self.select_related("forum", "activity", "area", "author__ward", "remit_check__reason").defer(
            "body", "assets", "area__boundary", "author__ward__boundary", "forum__purpose", "forum__purpose_html"
        )

    def for_act(self) -> "ProposalQuerySet":
        """What the policies of supporting look at, and nothing else."""
        return self.only(
            "reference", "state", "hidden_at", "hidden_because", "supports_closed_at", "expires_on", "published_at",
            "created_at", "minimum_level", "supports", "threshold", "counted_at",
        )  # fmt: skip
