"""Who sits where, and who may vote on what. The answers about votes are pure, so that the voting act and the page give the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from committees.models import AgendaItem, Body, Councillor, Meeting, Portfolio, Seat
from committees.states import Scope, SeatKind
from core.clock import day_of
from core.verdicts import Verdict, no, yes
from meetings.models import Attendance


def chair_of(body: Body) -> Seat | None:
    """The seat of the body's chair, or None where nobody has it; one query for one body object, however often it is asked."""
    if "_chair_seat" not in body.__dict__:
        body.__dict__["_chair_seat"] = Seat.objects.chairs().filter(body=body).select_related("person").first()
    found: Seat | None = body.__dict__["_chair_seat"]
    return found


def seats_of(body: Body) -> list[Seat]:
    """The seats of today, vacant ones included."""
    return list(Seat.objects.standing().filter(body=body))


def former_seats_of(body: Body, limit: int = 50) -> list[Seat]:
    """Who sat here before, the latest first."""
    past = Seat.objects.filter(body=body, until__isnull=False, person__isnull=False)
    return list(past.select_related("person").order_by("-until", "-pk")[:limit])


def is_councillor(person_id: int, day: date) -> bool:
    return Councillor.objects.filter(person=person_id, since__lte=day).filter(Q(until=None) | Q(until__gt=day)).exists()


def holds_portfolio(person_id: int) -> bool:
    return Portfolio.objects.filter(holder=person_id).exists()


def seats_held(person_id: int) -> list[Seat]:
    """The seats that this person has today."""
    return list(Seat.objects.standing().filter(person=person_id).select_related("body"))


@dataclass(frozen=True, slots=True)
class SeatThere:
    """One seat at one meeting: whether its person is there, and whether it may vote on the item at hand."""

    seat: Seat
    attendance: str  # "present", "apologies", "absent" or "" while nobody has written it down
    verdict: Verdict

    @property
    def present(self) -> bool:
        return self.attendance == Attendance.Kind.PRESENT


def seats_there(item: AgendaItem) -> list[SeatThere]:
    """Each seat of the body for this item, in two queries."""
    meeting = item.meeting
    there = dict(Attendance.objects.filter(gathering=meeting.gathering_id).values_list("person_id", "kind"))
    day = day_of(meeting.gathering.starts_at)
    rows = []
    for seat in seats_of(meeting.body):
        seat.body = meeting.body
        attendance = there.get(seat.person_id, "") if seat.person_id else ""
        verdict = may_cast(seat, day=day, education=item.education, present=attendance == Attendance.Kind.PRESENT)
        rows.append(SeatThere(seat, attendance, verdict))
    return rows


def may_cast(seat: Seat, *, day: date, education: bool, present: bool) -> Verdict:
    """Whether this seat may vote on an item on `day`. Needs the seat with its body, person and mandate at hand; asks nothing more."""
    standing = holds_on(seat, day)
    if not standing:
        return standing
    if seat.scope == Scope.NONE:
        return no(_("This seat speaks and does not vote."))
    if seat.scope == Scope.EDUCATION and not education:
        return no(_("This seat votes on questions about education, and this item is not one."))
    if seat.scope == Scope.SCHEME and not seat.body.voting_scheme:
        return no(_("The council has published no scheme under which this seat could vote."))
    if not present:
        return no(_("Nobody in this seat is present at the meeting."))
    return yes()


def holds_on(seat: Seat, day: date) -> Verdict:
    """Whether somebody rightly has this seat on `day`: there, checked, in term, and for a forum's seat with a mandate in force."""
    if seat.is_vacant:
        return no(_("This seat is vacant."))
    if seat.until is not None and seat.until <= day:
        return no(_("This person no longer has the seat."))
    if seat.since > day:
        return no(_("This person did not have the seat on that day."))
    if not seat.eligible:
        return no(_("Nobody has checked whether this person may have the seat."))
    if seat.term_ends is not None and seat.term_ends < day:
        return no(_("The term of this seat has ended, and nobody has renewed it."))
    if seat.kind == SeatKind.FORUM and not _has_mandate(seat, day):
        return no(_("The forum has not given this person a mandate that is in force, or has taken it back."))
    return yes()


def counts_for_quorum(seat: Seat, day: date) -> bool:
    """Members with a vote on anything make a quorum; those who only speak do not."""
    return seat.scope != Scope.NONE and bool(holds_on(seat, day))


def present_for_quorum(meeting: Meeting) -> int:
    """How many voting members are there, read now: whoever lost the seat since attendance was taken no longer counts."""
    there = set(
        Attendance.objects.filter(gathering=meeting.gathering_id, kind=Attendance.Kind.PRESENT).values_list(
            "person_id", flat=True
        )
    )
    day = day_of(meeting.gathering.starts_at)
    return sum(seat.person_id in there and counts_for_quorum(seat, day) for seat in seats_of(meeting.body))


def seat_terms_ended(seats: Iterable[Seat], day: date) -> list[Seat]:
    return [seat for seat in seats if seat.term_ends is not None and seat.term_ends < day]


def _has_mandate(seat: Seat, day: date) -> bool:
    mandate: Any = seat.mandate
    return (
        mandate is not None
        and mandate.person_id == seat.person_id
        and mandate.since <= day
        and (mandate.until is None or mandate.until > day)
        and mandate.recalled_at is None
    )
