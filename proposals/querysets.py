from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from proposals.states import State

if TYPE_CHECKING:
    from proposals.models import Proposal  # noqa: F401


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def public(self) -> "ProposalQuerySet":
        return self.exclude(state=State.DRAFT)

    def open(self) -> "ProposalQuerySet":
        return self.filter(state=State.OPEN)

    def visible_to(self, user: Any) -> "ProposalQuerySet":
        """Public ones, and the drafts of this person."""
        person = getattr(user, "person", None) if user.is_authenticated else None
        return self.filter(~Q(state=State.DRAFT) | Q(author=person)) if person else self.public()

    def for_list(self) -> "ProposalQuerySet":
        return self.select_related("forum", "area", "author").defer("body", "body_html", "assets", "area__boundary")
