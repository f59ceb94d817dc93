"""What one person gave, asked, follows and has yet to do."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Person
from accounts.queries import person_of
from ballots.models import Ballot
from ballots.queries import waiting_for
from committees.models import Claim
from committees.queries.asked import claims_to_judge
from forums.models import Membership
from forums.queries import forums_of
from notifications.queries import unread_count
from portal.queries.desks import Desk, desks_of
from proposals.models import Proposal
from proposals.queries.people import supports_of

FEW = 10


@dataclass(frozen=True, slots=True)
class MyPage:
    person: Person | None
    new: int
    ballots: list[Ballot]
    claims: list[Claim]  # deliveries that this person may judge
    proposals: list[Proposal]
    supported: list[Proposal]
    forums: list[Membership]
    desks: list[Desk]


def my_page(user: Any) -> MyPage:
    person = person_of(user)
    mine = Proposal.objects.filter(author=person).select_related("forum").defer("body", "assets") if person else None
    given = supports_of(person.pk).select_related("proposal__forum").order_by("-id")[:FEW] if person else []
    return MyPage(
        person=person,
        new=unread_count(user),
        ballots=waiting_for(user),
        claims=claims_for(person) if person else [],
        proposals=list(mine.order_by("-id")[:FEW]) if mine is not None else [],
        supported=[support.proposal for support in given],
        forums=forums_of(user),
        desks=desks_of(user),
    )


def claims_for(person: Person, limit: int = 50) -> list[Claim]:
    """Claims of delivery of what this person asked for, that they have not judged yet; the first to close first."""
    return claims_to_judge(person)[:limit]
