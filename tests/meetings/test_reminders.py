"""People are reminded once of each thing, and what they needed is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from core import clock
from ledger.models import Entry
from ledger.tasks import deliver
from meetings import actions, tasks
from meetings.models import Answer, Registration
from meetings.states import State
from notifications.models import Notice
from tests.scenes.meetings import gathering, held

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _that_day():
    with clock.at(NOW):
        yield


def reminded(name="GatheringNears"):
    return [entry.data for entry in Entry.objects.filter(event=f"meetings.{name}").order_by("pk")]


def coming(*users, days=20):
    found = gathering(starts_at=NOW + timedelta(days=days))
    actions.offer_places(actor=None, gathering=found, size=1)
    for user in users:
        actions.register(actor=user, gathering=found)
    return found


def run(days, times=2):
    with clock.at(NOW + timedelta(days=days)):
        for _ in range(times):
            tasks.remind()


def test_those_with_a_place_are_reminded_seven_days_and_one_day_before_once_each(ada, ben):
    coming(ada, ben)

    for days in range(21):
        run(days)
    deliver()

    assert [fact["days"] for fact in reminded()] == [7, 1]
    nears = Notice.objects.filter(event="meetings.GatheringNears")
    assert [(notice.user, notice.audience) for notice in nears] == [(ada, "registered")] * 2


def test_a_meeting_that_moves_is_reminded_of_anew(ada):
    found = coming(ada)
    run(13)
    later = found.starts_at + timedelta(days=30)
    actions.reschedule(actor=None, gathering=found, starts_at=later, ends_at=later + timedelta(hours=1))

    run(43)

    assert [fact["days"] for fact in reminded()] == [7, 7]


def test_at_short_notice_there_is_one_reminder(ada):
    coming(ada, days=1)

    run(0)

    assert [fact["days"] for fact in reminded()] == [1]


def test_of_a_cancelled_meeting_nobody_is_reminded(ada):
    actions.cancel(actor=None, gathering=coming(ada), reason="The hall is flooded.")

    run(13)

    assert reminded() == []


def test_whoever_runs_it_is_told_once_to_end_it(assembly, dov):
    gathering(state=State.IN_SESSION, starts_at=NOW - timedelta(hours=3))

    run(0)
    deliver()

    assert len(reminded("GatheringToClose")) == 1
    assert list(Notice.objects.filter(event="meetings.GatheringToClose").values_list("user", flat=True)) == [dov.pk]


def test_whoever_runs_it_is_told_that_notes_are_owed_and_again_when_they_are_late(assembly, dov):
    held(starts_at=NOW)

    for days in range(12):
        run(days)

    assert [fact["due"] for fact in reminded("NotesOwed")] == ["2026-11-09"] * 2


def test_a_meeting_with_notes_owes_none(assembly):
    actions.write_notes(actor=None, gathering=held(starts_at=NOW), text="We met.")

    run(9)

    assert reminded("NotesOwed") == []


def test_bodies_of_the_council_are_reminded_by_their_own_rules():
    gathering(state=State.IN_SESSION, starts_at=NOW - timedelta(hours=3))

    run(0)

    assert reminded("GatheringToClose") == []


def test_what_people_needed_and_answered_is_deleted_fourteen_days_after(ada):
    found = gathering(starts_at=NOW + timedelta(days=1))
    actions.offer_places(actor=None, gathering=found, size=5, questions=["Which topic?"])
    actions.register(actor=ada, gathering=found, needs="A chair with arms", answers={found.questions.get().pk: "Buses"})
    kept = []
    for days in (14, 16):
        with clock.at(NOW + timedelta(days=days)):
            tasks.forget_needs()
        kept.append((Registration.objects.get().needs, Answer.objects.count()))

    assert kept == [("A chair with arms", 1), ("", 0)]
