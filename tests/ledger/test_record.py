"""The record keeps what was done, and news reaches those who listen exactly once."""

from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.db.utils import Error as DatabaseError

from core import subjects
from ledger.actions import record
from ledger.delivery import deliver_all, deliver_due
from ledger.events import Event
from ledger.listeners import hears
from ledger.models import Delivery, Entry, Pseudonym
from ledger.queries import timeline
from ledger.sentences import says
from places.models import Area

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class BellRung(Event):
    times: int


heard: list[int] = []


@hears(BellRung)
def listen(event, entry):
    heard.append(event.times)
    if event.times < 0:
        raise ValueError("a bell cannot be unrung")
    Area.objects.filter(pk=entry.subject_id).update(population=event.times)


@says(BellRung)
def bell_rung(event, subject, audience):
    return f"The bell of {subject.label} rang {event.times} times."


@pytest.fixture
def bell(db):
    heard.clear()
    return Area.objects.create(kind="ward", code="E05000001", name="Bell End", slug="bell-end", sort_key="bell end")


def test_an_act_is_recorded_with_its_facts_and_a_pseudonym(bell, ada):
    entry = record(BellRung(times=3), actor=ada, subject=bell)

    entry.refresh_from_db()
    assert (entry.event, entry.data, entry.subject_kind, entry.subject_id) == (
        "tests.BellRung",
        {"times": 3},
        "places.area",
        bell.pk,
    )
    assert entry.actor_key == Pseudonym.objects.get(user=ada).key
    assert ada.email not in entry.actor_key


def test_entries_can_be_neither_changed_nor_deleted(bell):
    entry = record(BellRung(times=1), actor=None, subject=bell)

    for change in (
        lambda: Entry.objects.filter(pk=entry.pk).update(data={}),
        lambda: Entry.objects.filter(pk=entry.pk)._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()

    assert Entry.objects.get(pk=entry.pk).data == {"times": 1}


def test_a_listener_hears_once_and_what_it_did_stands_with_its_delivery(bell):
    record(BellRung(times=7), actor=None, subject=bell)

    assert deliver_due() == 1
    assert deliver_due() == 0

    bell.refresh_from_db()
    assert (heard, bell.population, Delivery.objects.count()) == ([7], 7, 0)


def test_a_listener_that_fails_hears_again_later_and_stops_nobody_else(bell):
    record(BellRung(times=-1), actor=None, subject=bell)
    record(BellRung(times=2), actor=None, subject=bell)

    deliver_all()

    waiting = Delivery.objects.get()
    assert (waiting.attempts, waiting.failure, heard) == (1, "ValueError: a bell cannot be unrung", [-1, 2])


def test_a_rolled_back_act_is_told_to_nobody(bell):
    with pytest.raises(RuntimeError), transaction.atomic():
        record(BellRung(times=5), actor=None, subject=bell)
        raise RuntimeError

    assert (Entry.objects.count(), deliver_all()) == (0, 0)


def test_the_timeline_is_worded_and_costs_the_same_at_one_and_three_acts(bell, django_assert_num_queries):
    subjects.register(
        Area, lambda ids: {pk: subjects.Subject("places.area", pk, "Bell End", "/areas/bell-end/") for pk in ids}
    )
    record(BellRung(times=1), actor=None, subject=bell)
    with django_assert_num_queries(1):
        assert [line.sentence for line in timeline(subjects.key_of(bell))] == ["The bell of Bell End rang 1 times."]
    record(BellRung(times=2), actor=None, subject=bell)
    record(BellRung(times=3), actor=None, subject=bell)
    with django_assert_num_queries(1):
        assert len(timeline(subjects.key_of(bell))) == 3


def test_entries_of_a_secret_kind_are_not_on_the_timeline(bell):
    record(BellRung(times=1), actor=None, subject=bell, public=False)

    assert timeline(subjects.key_of(bell)) == []


def test_the_transaction_that_wrote_an_entry_is_known_to_the_database(bell):
    record(BellRung(times=1), actor=None, subject=bell)

    with connection.cursor() as cursor:
        cursor.execute("SELECT bool_and(written_in = pg_current_xact_id()) FROM ledger_entry")
        assert cursor.fetchone() == (True,)
