"""What needs no database: who may have which vote, how votes come out, what is in time, and what is an answer."""

from datetime import date, datetime

import pytest

from committees.law import LAW, scopes_for
from committees.models import Body, Seat
from committees.queries.agendas import timing
from committees.queries.seats import may_cast
from committees.queries.voting import Totals, count, decided
from committees.queries.wording import substance
from committees.states import BodyKind, Scope, SeatKind
from core.clock import LONDON
from forums.models import Mandate

DAY = date(2026, 5, 20)


def seat(**fields):
    values = {
        "kind": SeatKind.COUNCILLOR,
        "scope": Scope.ALL,
        "person_id": 1,
        "eligible": True,
        "since": date(2026, 1, 1),
    }
    made = Seat(**(values | fields))
    made.body = Body(voting_scheme="")
    return made


@pytest.mark.parametrize(
    ("body", "kind", "scopes"),
    [
        (BodyKind.SCRUTINY, SeatKind.COUNCILLOR, {Scope.ALL}),
        (BodyKind.SCRUTINY, SeatKind.SERVICE_USER, {Scope.SCHEME, Scope.NONE}),
        (BodyKind.SCRUTINY, SeatKind.STATUTORY, {Scope.EDUCATION, Scope.NONE}),
        (BodyKind.ADVISORY, SeatKind.WORKER, {Scope.ALL, Scope.NONE}),
        (BodyKind.ADVISORY, SeatKind.STATUTORY, set()),
        (BodyKind.ORDINARY, SeatKind.FORUM, {Scope.NONE}),
        (BodyKind.REGULATORY, SeatKind.WORKER, {Scope.NONE}),
        (BodyKind.CABINET, SeatKind.WORKER, set()),
        (BodyKind.COUNCIL, SeatKind.COUNCILLOR, {Scope.ALL}),
    ],
)
def test_the_law_says_which_vote_a_seat_may_have(body, kind, scopes):
    assert scopes_for(body, kind) == scopes


def test_every_line_of_law_has_a_source():
    assert [name for name, law in LAW.items() if not law.source or not str(law.words).endswith(".")] == []


@pytest.mark.parametrize(
    ("fields", "education", "present", "reason"),
    [
        ({}, False, True, ""),
        ({"person_id": None}, False, True, "This seat is vacant."),
        ({"until": date(2026, 5, 20)}, False, True, "This person no longer has the seat."),
        ({"since": date(2026, 5, 21)}, False, True, "This person did not have the seat on that day."),
        ({"eligible": None}, False, True, "Nobody has checked whether this person may have the seat."),
        ({"term_ends": date(2026, 5, 19)}, False, True, "The term of this seat has ended, and nobody has renewed it."),
        ({"term_ends": DAY}, False, True, ""),
        ({"scope": Scope.NONE}, False, True, "This seat speaks and does not vote."),
        (
            {"scope": Scope.EDUCATION},
            False,
            True,
            "This seat votes on questions about education, and this item is not one.",
        ),
        ({"scope": Scope.EDUCATION}, True, True, ""),
        ({"scope": Scope.SCHEME}, False, True, "The council has published no scheme under which this seat could vote."),
        ({}, False, False, "Nobody in this seat is present at the meeting."),
        (
            {"kind": SeatKind.FORUM},
            False,
            True,
            "The forum has not given this person a mandate that is in force, or has taken it back.",
        ),
    ],
)
def test_a_seat_votes_or_is_told_why_not(fields, education, present, reason):
    verdict = may_cast(seat(**fields), day=DAY, education=education, present=present)

    assert (verdict.allowed, str(verdict.reason)) == (not reason, reason)


@pytest.mark.parametrize(
    ("mandate", "allowed"),
    [
        ({}, True),
        ({"person_id": 2}, False),
        ({"since": date(2026, 6, 1)}, False),
        ({"until": DAY}, False),
        ({"recalled_at": datetime(2026, 5, 19, 9, tzinfo=LONDON)}, False),
    ],
)
def test_a_forums_seat_votes_only_under_a_mandate_in_force(mandate, allowed):
    held = Mandate(**({"person_id": 1, "since": date(2026, 1, 1)} | mandate))
    verdict = may_cast(seat(kind=SeatKind.FORUM, mandate=held), day=DAY, education=False, present=True)

    assert verdict.allowed is allowed


def test_a_tally_shows_what_each_kind_of_seat_changed():
    votes = [("councillor", "for")] * 3 + [("councillor", "against")] * 2 + [("service_user", "against")] * 2

    tally = count(votes)

    assert (tally.totals, tally.result) == (Totals(3, 4, 0), "lost")
    assert [(line.kind, line.without) for line in tally.kinds] == [("councillor", "lost"), ("service_user", "adopted")]


@pytest.mark.parametrize(
    ("totals", "casting", "result"),
    [
        (Totals(3, 2, 9), "", "adopted"),
        (Totals(2, 3, 0), "for", "lost"),
        (Totals(2, 2, 1), "", "tied"),
        (Totals(2, 2, 1), "for", "adopted"),
        (Totals(2, 2, 1), "against", "lost"),
        (Totals(0, 0, 4), "", "tied"),
    ],
)
def test_equal_votes_need_the_casting_vote_and_others_ignore_it(totals, casting, result):
    assert decided(totals, casting) == result


@pytest.mark.parametrize(
    ("moment", "available", "in_time"),
    [
        (datetime(2026, 5, 12, 16, 59, tzinfo=LONDON), date(2026, 5, 12), True),
        (datetime(2026, 5, 12, 17, 0, tzinfo=LONDON), date(2026, 5, 13), False),
        (datetime(2026, 5, 11, 23, 59, tzinfo=LONDON), date(2026, 5, 12), True),
        (datetime(2026, 5, 13, 9, 0, tzinfo=LONDON), date(2026, 5, 13), False),
    ],
)
def test_what_is_published_after_the_offices_close_counts_from_the_next_day(moment, available, in_time):
    gate = timing(date(2026, 5, 12), moment)

    assert (gate.available_on, gate.in_time) == (available, in_time)


@pytest.mark.parametrize(
    ("reason", "says_something"),
    [
        ("Noted.", False),
        ("The recommendation is noted with thanks by the Cabinet Member.", False),
        ("Thank you. We welcome and have noted your recommendation.", False),
        ("No money.", False),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", False),
        ("The contracts run until 2028 and breaking them costs more than the change.", True),
    ],
)
def test_noted_is_not_an_answer_however_long(reason, says_something):
    assert bool(substance(reason)) is says_something
