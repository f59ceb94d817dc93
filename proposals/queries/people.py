"""Who asked, who supports. Supporters are told and counted, never listed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from accounts.models import Person
from accounts.queries import person_of
from core.prepared import Prepared, slot
from forums.models import Activity, Membership
from notifications.models import Follow
from proposals.models import Proposal, Support, SupportDelta


@dataclass(frozen=True, slots=True)
class OwnSupport:
    """The visitor's own support. `waiting`: the published count does not hold it yet."""

    given_at: datetime
    level: int
    waiting: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """What a proposal is to somebody who is signed in."""

    support: OwnSupport | None
    follows: bool
    facilitates: bool
    facilitates_elsewhere: bool  # another forum


def mine(user: Any, proposal: Proposal) -> Mine | None:
    """One query, and none for a visitor."""
    person = person_of(user)
    if person is None:
        return None
    row = _MINE.one(person=person.pk, user=user.pk, proposal=proposal.pk, forum=proposal.forum_id)
    if row is None:
        return None
    own = OwnSupport(row.given_at, row.given_level, row.waiting) if row.given_at else None
    return Mine(own, row.follows, row.facilitates, row.elsewhere)


def own_support(user: Any, proposal: Proposal) -> OwnSupport | None:
    """The same for the support alone."""
    person = person_of(user)
    found = _OWN.one(proposal=proposal.pk, person=person.pk) if person else None
    return OwnSupport(*found) if found else None


_GIVEN = Support.objects.filter(proposal_id=slot("proposal"), person_id=slot("person"))
_OWN: Prepared[tuple[datetime, int, bool]] = Prepared(
    lambda: _GIVEN.annotate(
        waiting=Exists(SupportDelta.objects.filter(support_id=OuterRef("pk"), amount__gt=0))
    ).values_list("given_at", "level", "waiting")
)
_MINE: Prepared[Any] = Prepared(
    lambda: (
        Person.objects.filter(pk=slot("person"))
        .annotate(
            given_at=Subquery(_GIVEN.values("given_at")),
            given_level=Subquery(_GIVEN.values("level")),
            waiting=Exists(SupportDelta.objects.filter(support_id__in=_GIVEN.values("pk"), amount__gt=0)),
            follows=Exists(
                Follow.objects.filter(user=slot("user"), subject_kind="proposals.proposal", subject_id=slot("proposal"))
            ),
            facilitates=Exists(Membership.objects.facilitators().filter(forum=slot("forum"), person=slot("person"))),
            elsewhere=Exists(
                Membership.objects.facilitators().filter(person=slot("person")).exclude(forum=slot("forum"))
            ),
        )
        .values_list("given_at", "given_level", "waiting", "follows", "facilitates", "elsewhere", named=True)
    )
)


def supports_of(person_id: int) -> QuerySet[Support]:
    """What a person supports, newest first; order by ("-id",) to page through it."""
    return (
        Support.objects.filter(person_id=person_id)
        .select_related("proposal")
        .defer("proposal__body", "proposal__body_html")
    )


def supporter_user_ids(proposal_id: int) -> QuerySet[Any]:
    """The sign-ins of those who support it, as a query: for telling them."""
    people = Support.objects.filter(proposal_id=proposal_id).values("person_id")
    return Person.objects.filter(pk__in=people, user__isnull=False).values_list("user_id", flat=True)


def supporting_person_ids(proposal_ids: list[int]) -> QuerySet[Any]:
    """Everybody who supports any of these, as a query: those who are told what came of it."""
    return Support.objects.filter(proposal_id__in=proposal_ids).values_list("person_id", flat=True).distinct()


def support_count(proposal: Proposal) -> int:
    """The supports that count, by the rows: exact, and slower than the published count."""
    return Support.objects.filter(proposal_id=proposal.pk, level__gte=proposal.minimum_level).count()


def author_user_id(proposal_id: int) -> int | None:
    """The sign-in of the author, if there still is one."""
    return Proposal.objects.filter(pk=proposal_id).values_list("author__user_id", flat=True).first()


def draft_of(user: Any, activity: Activity) -> Proposal | None:
    """The visitor's one draft in an activity."""
    person = person_of(user)
    return Proposal.objects.drafts_of(person).filter(activity=activity).first() if person else None
