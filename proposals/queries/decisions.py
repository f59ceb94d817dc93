"""What each forum decided of a proposal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from accounts.queries import person_of
from forums.models import Forum, Membership
from proposals.models import Adoption, Proposal
from proposals.states import State

NEWS = Q(seen_at=None) | Q(certified_at__gt=F("seen_at"))  # the vote there began, or it ended, since somebody looked
VOTED = frozenset({State.BALLOTED, State.ADOPTED, State.NOT_ADOPTED})


@dataclass(frozen=True, slots=True)
class Decisions:
    """`own` is the decision of the proposal's own forum; `elsewhere` are those of others, the first asked first."""

    own: Adoption | None = None
    elsewhere: tuple[Adoption, ...] = ()

    @property
    def all(self) -> tuple[Adoption, ...]:
        return (*((self.own,) if self.own else ()), *self.elsewhere)

    @property
    def disagree(self) -> bool:
        """Whether one forum adopted it and another did not."""
        return len({one.adopted for one in self.all if one.adopted is not None}) > 1


def decisions_on(proposal: Proposal) -> Decisions:
    """One query, and none while nobody was asked."""
    if proposal.state not in VOTED and not proposal.elsewhere_count:
        return Decisions()
    own, elsewhere = None, []
    for adoption in Adoption.objects.filter(proposal=proposal).select_related("ballot", "forum").order_by("pk"):
        adoption.proposal = proposal
        if adoption.is_elsewhere:
            elsewhere.append(adoption)
        else:
            own = adoption
    return Decisions(own, tuple(elsewhere))


def news_elsewhere(forum_ids: Iterable[int]) -> QuerySet[Adoption]:
    """What other forums began or decided about proposals of these, and nobody of these has looked at yet; the oldest first."""
    rows = Adoption.objects.filter(NEWS, proposal__forum__in=list(forum_ids)).exclude(proposal__forum=F("forum"))
    return rows.select_related("proposal", "forum", "ballot").order_by("pk")


def adoption_by(proposal: Proposal, forum_id: int) -> Adoption | None:
    """What one forum was asked."""
    rows = Adoption.objects.filter(proposal=proposal, forum=forum_id)
    return rows.select_related("ballot", "forum", "proposal__forum").first()


def forums_to_ask(user: Any, proposal: Proposal) -> list[Forum]:
    """The other forums that this user facilitates, by title."""
    person = person_of(user)
    if person is None:
        return []
    mine = Membership.objects.facilitators().filter(person=person).values("forum_id")
    return list(Forum.objects.filter(pk__in=mine).exclude(pk=proposal.forum_id).order_by("sort_key", "pk"))
