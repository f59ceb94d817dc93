"""Whoever owes a step is reminded in time, once, and once when it is late."""

from datetime import UTC, date, datetime

import pytest

from chain import actions, owners
from chain.tasks import remind_owners
from core import clock
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications import queries as inbox
from tests.scenes.chain import record, step

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _owed_by_dov(dov):
    owners.register("guild", lambda pk: [dov.pk] if pk == 3 else [])
    yield
    owners._users.pop("guild")


def on(day, hour=6):
    return clock.at(datetime(2026, 6, day, hour, 30, tzinfo=UTC))


def told():
    entries = Entry.objects.filter(event__startswith="chain.").order_by("pk")
    return [(entry.event, entry.data.get("working_days")) for entry in entries]


def test_reminders_come_at_their_distances_and_never_on_a_day_off():
    with clock.at(datetime(2026, 4, 1, tzinfo=UTC)):
        step(due=date(2026, 6, 30), owner_key="guild:3")
    days = []

    for month, last in ((5, 31), (6, 30)):
        for day in range(1, last + 1):
            with clock.at(datetime(2026, month, day, 7, tzinfo=UTC)):
                if remind_owners():
                    days.append((month, day))

    assert days == [(5, 20), (6, 10), (6, 23), (6, 29)]
    assert told() == [("chain.StepDueSoon", left) for left in (28, 14, 5, 1)]


def test_for_a_day_on_a_weekend_the_friday_before_is_the_last_to_tell():
    with on(19):
        step(due=date(2026, 6, 20), owner_key="guild:3")

        remind_owners()

    assert told() == [("chain.StepDueSoon", 1)]


def test_the_job_run_twice_tells_once():
    with on(19):
        step(due=date(2026, 6, 22), owner_key="guild:3")
        step(due=date(2026, 6, 18), owner_key="guild:3")

        assert [remind_owners(), remind_owners()] == [2, 0]

    assert sorted(told()) == [("chain.StepDueSoon", 1), ("chain.StepOverdue", None)]


def test_what_is_late_is_told_once_however_many_days_pass():
    with on(15):
        step(due=date(2026, 6, 12), owner_key="guild:3")
    for day in (15, 16, 17):
        with on(day):
            remind_owners()

    assert told() == [("chain.StepOverdue", None)]


def test_closed_undated_and_nobodys_steps_remind_nobody():
    with on(19):
        actions.refuse_step(step=step(due=date(2026, 6, 22), owner_key="guild:3"), reason="No.")
        step(owner_key="guild:3")
        step(due=date(2026, 6, 22), owner_key="people")

        assert remind_owners() == 0


def test_the_owner_reads_it_in_words_and_it_is_not_in_the_public_record(dov, ada):
    with on(12):
        step(record("Later buses"), due=date(2026, 6, 19), title="Later buses", owner_key="guild:3")
        remind_owners()
        deliver_all()

        news = inbox.news(dov, inbox.inbox(dov).rows)

    assert [item.sentence for item in news] == [
        "“Later buses” waits for you until Friday 19 June: 5 working days are left."
    ]
    assert (inbox.unread_count(ada), Entry.objects.filter(event="chain.StepDueSoon", public=True).count()) == (0, 0)


def test_a_floor_that_tells_when_late_is_not_told_twice():
    owners.register("guild", lambda pk: [], tells_when_late=True)
    try:
        with on(19):
            step(due=date(2026, 6, 18), owner_key="guild:3")

            assert remind_owners() == 0
    finally:
        owners._tell_themselves.discard("guild")


@pytest.mark.parametrize("key", ["people", "guild:4", "nobody:1", "guild:", "guild:x"])
def test_a_key_that_nobody_stands_behind_reaches_nobody(key):
    assert owners.users_of(key) == []
