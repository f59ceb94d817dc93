"""A gathering is set, moved, cancelled, held and written up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import now
from core.states import StateConflict
from core.verdicts import Refused, no
from ledger.models import Entry
from meetings import actions, queries
from meetings.models import Attendance, Gathering, Item
from meetings.states import State
from tests.cast import person
from tests.scenes.meetings import gathering, held, host

pytestmark = pytest.mark.django_db


def events():
    return list(Entry.objects.filter(event__startswith="meetings.").order_by("pk").values_list("event", flat=True))


def test_a_gathering_is_set_and_on_record(ada):
    forum = host()
    starts_at = now() + timedelta(days=9)

    found = actions.schedule(
        actor=ada,
        host=forum,
        title=" Monthly ",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Library",
    )

    assert (found.title, found.place, found.state, found.sequence) == ("Monthly", "Library", State.SCHEDULED, 0)
    assert (found.host_kind, found.host_id) == ("places.area", forum.pk)
    assert events() == ["meetings.GatheringScheduled"]


def test_whoever_the_host_refuses_sets_nothing(ada):
    with pytest.raises(Refused, match="Only facilitators"):
        actions.schedule(
            actor=ada, host=host(), title="Mine", starts_at=now(), ends_at=now() + timedelta(hours=1),
            verdict=no("Only facilitators set gatherings."),
        )  # fmt: skip

    assert Gathering.objects.count() == 0


def test_a_gathering_that_ends_before_it_begins_is_refused(ada):
    moment = now()

    with pytest.raises(Refused, match="ends after it begins"):
        actions.schedule(actor=ada, host=host(), title="Odd", starts_at=moment, ends_at=moment)


def test_the_database_too_wants_it_to_last():
    with pytest.raises(IntegrityError, match="gathering_lasts"), transaction.atomic():
        Gathering.objects.create(host_kind="x", host_id=1, title="Odd", starts_at=now(), ends_at=now() - timedelta(1))


def test_moving_keeps_the_address_and_raises_the_sequence(ada):
    found = gathering()
    uid, later = found.uid, found.starts_at + timedelta(days=7)

    actions.reschedule(actor=ada, gathering=found, starts_at=later, ends_at=later + timedelta(hours=1), place="Hall")

    stored = Gathering.objects.get(pk=found.pk)
    assert (stored.uid, stored.starts_at, stored.place, stored.sequence, found.sequence) == (uid, later, "Hall", 1, 1)


def test_cancelling_needs_a_reason_and_keeps_the_page(ada):
    found = gathering()

    with pytest.raises(Refused, match="Write down why"):
        actions.cancel(actor=ada, gathering=found, reason=" ")
    actions.cancel(actor=ada, gathering=found, reason="The hall is flooded.")

    stored = Gathering.objects.get(pk=found.pk)
    assert (stored.state, stored.cancelled_because, stored.sequence) == (State.CANCELLED, "The hall is flooded.", 1)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.IN_SESSION, "This gathering has begun: its date and place are history."),
        (State.ENDED, "This gathering has begun: its date and place are history."),
        (State.CANCELLED, "This gathering was cancelled."),
    ],
)
def test_what_has_begun_or_was_cancelled_is_not_moved_and_says_why(ada, state, reason):
    found = gathering(state=state)

    with pytest.raises(Refused) as refused:
        actions.reschedule(actor=ada, gathering=found, starts_at=found.starts_at, ends_at=found.ends_at)

    assert str(refused.value.verdict.reason) == reason


def test_items_are_numbered_in_the_order_in_which_they_come(ada):
    found = gathering()

    numbers = [actions.add_item(actor=ada, gathering=found, title=f"Item {n}").number for n in range(3)]

    assert numbers == [1, 2, 3]


def test_items_are_put_in_another_order(ada):
    found = gathering()
    first, second, third = (actions.add_item(actor=ada, gathering=found, title=f"Item {n}") for n in range(3))

    actions.renumber(actor=ada, gathering=found, order=[third.pk, first.pk, second.pk])

    assert list(found.items.values_list("pk", "number")) == [(third.pk, 1), (first.pk, 2), (second.pk, 3)]


def test_an_order_that_has_lost_an_item_is_refused(ada):
    found = gathering()
    first = actions.add_item(actor=ada, gathering=found, title="One")
    actions.add_item(actor=ada, gathering=found, title="Two, added meanwhile")

    with pytest.raises(StateConflict):
        actions.renumber(actor=ada, gathering=found, order=[first.pk])


def test_a_gathering_goes_from_agenda_to_end(ada):
    found = gathering()
    item = actions.add_item(actor=ada, gathering=found, title="Buses", subject=host())

    actions.publish(actor=ada, gathering=found)
    actions.start(actor=ada, gathering=found)
    actions.settle_item(actor=ada, item=item, outcome="We write to the operator.")
    actions.record_attendance(actor=ada, gathering=found, person=ada.person, kind="present")
    actions.end(actor=ada, gathering=found)

    assert (found.state, Item.objects.get().outcome) == (State.ENDED, "We write to the operator.")
    assert events() == [
        "meetings.GatheringScheduled",
        "meetings.GatheringAgendaPublished",
        "meetings.GatheringStarted",
        "meetings.GatheringEnded",
    ]
    assert Entry.objects.get(event="meetings.GatheringEnded").data["present"] == 1


def test_of_two_who_begin_a_gathering_one_succeeds(ada):
    mine = gathering(state=State.PUBLISHED)
    actions.start(actor=ada, gathering=Gathering.objects.get(pk=mine.pk))

    with pytest.raises(StateConflict):
        actions.start(actor=ada, gathering=mine)


def test_attendance_is_written_down_once_and_can_change(ada):
    found = gathering(state=State.IN_SESSION)

    actions.record_attendance(actor=ada, gathering=found, person=ada.person, kind="absent")
    actions.record_attendance(actor=ada, gathering=found, person=ada.person, kind="present", capacity="councillor")

    assert list(Attendance.objects.values_list("person", "kind", "capacity")) == [
        (ada.person.pk, "present", "councillor")
    ]


def test_apologies_come_before_and_presence_only_then(ada):
    found = gathering()

    actions.record_attendance(actor=ada, gathering=found, person=ada.person, kind="apologies")
    with pytest.raises(Refused, match="once the gathering has begun"):
        actions.record_attendance(actor=ada, gathering=found, person=ada.person, kind="present")

    assert Attendance.objects.get().kind == "apologies"


def test_notes_are_corrected_in_versions_and_the_latest_is_agreed(ada):
    found = held()

    first = actions.write_notes(actor=ada, gathering=found, text="We met.")
    second = actions.write_notes(actor=ada, gathering=found, text="We met and agreed.")
    with pytest.raises(StateConflict):
        actions.agree_notes(actor=ada, notes=first)
    actions.agree_notes(actor=ada, notes=second)

    assert [(notes.version, notes.text, bool(notes.agreed_at)) for notes in found.notes.all()] == [
        (1, "We met.", False),
        (2, "We met and agreed.", True),
    ]


def test_the_page_counts_who_came_and_names_nobody(ada, ben):
    found = held()
    for user, kind in ((ada, "present"), (ben, "apologies")):
        actions.record_attendance(actor=ada, gathering=found, person=user.person, kind=kind)

    shown = queries.shown(found)

    assert (shown.present, shown.apologies) == (1, 1)


def test_the_link_to_join_shows_only_when_people_may_join():
    from core import clock

    found = gathering(online_url="https://meet.example.org/x")
    minutes = (-16, -15, 0, 119, 121)
    shown = []
    for minute in minutes:
        with clock.at(found.starts_at + timedelta(minutes=minute)):
            shown.append(bool(queries.shown(found).online_url))

    assert shown == [False, True, True, True, False]


def test_a_person_takes_their_attendance_away_and_can_have_it_forgotten(ada):
    from core import personal

    room = next(room for room in personal.rooms() if room.app == "meetings")
    found = held()
    councillor = person("Cath")
    actions.record_attendance(actor=ada, gathering=found, person=ada.person, kind="present")
    actions.record_attendance(actor=ada, gathering=found, person=councillor, kind="present", capacity="councillor")

    taken = room.export(ada.person.pk, ada.pk)
    for each in (ada.person, councillor):
        room.erase(each.pk, None)

    assert [row["kind"] for row in taken["attendance"]] == ["present"]
    assert list(Attendance.objects.values_list("person", flat=True)) == [councillor.pk]
