"""Whom the demonstration's sign-in page introduces, by what they come for."""

from django.utils.translation import gettext_lazy as _

from accounts.demo import introduces
from committees.models import Claim, Portfolio, Seat
from committees.states import ClaimState, SeatKind
from forums.models import Membership
from forums.states import MemberRole


def citizens() -> list[int]:
    """Members of forums who hold no seat."""
    members = Membership.objects.filter(role=MemberRole.MEMBER, left_at=None).exclude(
        person__in=Seat.objects.standing().exclude(person=None).values("person")
    )
    return list(dict.fromkeys(_ids(members.order_by("person_id"))))[:8]


def facilitators() -> list[int]:
    return _ids(Membership.objects.filter(role=MemberRole.FACILITATOR, left_at=None).order_by("forum_id"))


def cabinet_members() -> list[int]:
    return list(Portfolio.objects.exclude(holder=None).order_by("pk").values_list("holder_id", flat=True))


def chairs() -> list[int]:
    return _ids(Seat.objects.filter(chair=True, until=None, person__isnull=False).order_by("body_id"))


def lay_members() -> list[int]:
    kinds = (SeatKind.SERVICE_USER, SeatKind.WORKER, SeatKind.FORUM, SeatKind.STATUTORY)
    return _ids(Seat.objects.filter(kind__in=kinds, until=None, person__isnull=False).order_by("pk")[:6])


def judges() -> list[int]:
    """Members of the forums behind a claim of delivery that is open now: they may say whether it was delivered."""
    forums = Claim.objects.filter(state=ClaimState.OPEN).values(
        "commitment__recommendation__agenda_item__referrals__output__forum"
    )
    return _ids(Membership.objects.filter(forum__in=forums, left_at=None, role=MemberRole.MEMBER).order_by("pk")[:6])


def _ids(rows: object) -> list[int]:
    return list(rows.values_list("person_id", flat=True))  # type: ignore[attr-defined]


GROUPS = (
    (_("Citizens, members of forums"), citizens),
    (_("Facilitators of forums"), facilitators),
    (_("Cabinet members"), cabinet_members),
    (_("Chairs of committees"), chairs),
    (_("Service users and workers on committees"), lay_members),
    (_("People who are asked whether it was delivered"), judges),
)


def introduce() -> None:
    for words, find in GROUPS:
        introduces(words, find)
