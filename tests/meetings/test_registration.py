"""People register, wait, move up and cancel."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock, personal
from core.verdicts import Refused
from ledger.models import Entry
from ledger.tasks import deliver
from meetings import actions, policies, queries
from meetings.models import Pool, Registration
from meetings.states import State
from notifications.models import Notice
from tests.cast import client_as
from tests.scenes.meetings import crowd, gathering, offered, register, serves, states

pytestmark = pytest.mark.django_db


def test_places_are_taken_in_the_order_of_asking_and_the_rest_wait():
    found = offered(2)

    register(found, *crowd(4))

    assert states(found) == ["in", "in", "waiting", "waiting"]
    assert [queries.turn_of(row) for row in found.registrations.waiting()] == [1, 2]


def test_without_a_limit_everybody_has_a_place():
    found = offered(None)

    register(found, *crowd(5))

    assert (states(found), queries.filled(found).places) == (["in"] * 5, None)


def test_a_cancelled_place_goes_to_the_first_who_waits_and_to_nobody_else():
    found = offered(1)
    first, _second, _third = register(found, *crowd(3))

    actions.cancel_registration(actor=first.person.user, registration=first)

    assert states(found) == ["cancelled", "in", "waiting"]
    assert [event.rsplit(".")[-1] for event in Entry.objects.order_by("-pk").values_list("event", flat=True)[:1]] == [
        "MovedUp"
    ]


def test_whoever_waits_and_cancels_moves_nobody():
    found = offered(1)
    _first, second, _third = register(found, *crowd(3))

    actions.cancel_registration(actor=second.person.user, registration=second)

    assert states(found) == ["in", "cancelled", "waiting"]


def test_whoever_cancels_and_asks_again_stands_at_the_end():
    found = offered(1)
    users = crowd(3)
    register(found, *users)
    actions.cancel_registration(actor=users[0], registration=queries.own_registration(users[0], found))

    register(found, users[0])

    assert [row.person.user for row in found.registrations.waiting()] == [users[2], users[0]]


def test_reserved_places_are_for_their_kind_and_keep_the_others_free():
    found = offered(1, {"service_user": 1})
    one, two, three = crowd(3)

    register(found, serves(one), two, three)

    assert list(found.registrations.order_by("number").values_list("state", "pool__kind")) == [
        ("in", "service_user"), ("in", ""), ("waiting", None),
    ]  # fmt: skip


def test_a_reserved_place_that_is_given_up_waits_for_its_kind():
    found = offered(1, {"service_user": 1})
    one, two, three, four = crowd(4)
    register(found, serves(one), two, three, serves(four))

    actions.cancel_registration(actor=one, registration=queries.own_registration(one, found))

    assert states(found) == ["cancelled", "in", "waiting", "in"]


def test_a_standing_that_nobody_has_checked_opens_no_reserved_place():
    found = offered(1, {"service_user": 1})
    one, two = crowd(2)

    register(found, one, serves(two, checked=False))

    assert states(found) == ["in", "waiting"]


def test_more_places_move_as_many_up_and_fewer_than_are_taken_are_refused():
    found = offered(1)
    register(found, *crowd(4))

    actions.offer_places(actor=None, gathering=found, size=3)
    with pytest.raises(Refused, match="3 places of these are taken already"):
        actions.offer_places(actor=None, gathering=found, size=2)

    assert states(found) == ["in", "in", "in", "waiting"]


def test_beside_a_room_those_online_fill_no_chair():
    found = offered(1, mode="hybrid", place="Library")
    users = crowd(3)

    register(found, users[0])
    register(found, *users[1:], way="online")

    assert (states(found), queries.filled(found).taken, queries.filled(found).online) == (["in"] * 3, 1, 2)


def test_the_database_itself_refuses_one_too_many():
    found = offered(1)
    register(found, *crowd(2))
    pool = Pool.objects.get()

    for change in (
        lambda: Registration.objects.filter(state="waiting").update(state="in", pool=pool),
        lambda: Pool.objects.update(size=0),
        lambda: Registration.objects.filter(state="in").update(state="waiting"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


@pytest.mark.parametrize("state", [State.CANCELLED, State.ENDED])
def test_nobody_registers_for_what_does_not_take_place_or_is_over(ada, state):
    found = offered(3)
    found.state = state

    assert not policies.may_register(ada, found)


def test_who_may_register_and_why_not(ada, finn, ben):
    found, open_to_all = offered(3), gathering()
    register(found, ben)
    begun = offered(3)
    with clock.at(begun.starts_at):
        late = str(policies.may_register(ada, begun).reason)

    said = [str(policies.may_register(user, where).reason) for user, where in (
        (ada, found), (ben, found), (finn, found), (ada, open_to_all),
    )]  # fmt: skip

    assert [*said, late] == [
        "", "You have registered already.", "Sign in to do this.", "Nobody needs to register for this meeting. Just come.",
        "This meeting has begun; nobody can register any more. Come to the door.",
    ]  # fmt: skip


def test_nobody_cancels_for_another(ada, ben):
    (own,) = register(offered(3), ada)

    with pytest.raises(Refused, match="Only those who registered"):
        actions.cancel_registration(actor=ben, registration=own)


def test_those_who_registered_are_told_of_their_place_of_moving_up_and_of_changes(ada, ben):
    found = offered(1)
    mine, _waits = register(found, ada, ben)
    actions.cancel_registration(actor=ada, registration=mine)
    later = found.starts_at + timedelta(days=1)
    actions.reschedule(actor=None, gathering=found, starts_at=later, ends_at=later + timedelta(hours=1))
    actions.cancel(actor=None, gathering=found, reason="The hall is flooded.")

    deliver()

    def told(user):
        return [
            name.rsplit(".")[-1]
            for name in Notice.objects.filter(user=user).order_by("pk").values_list("event", flat=True)
        ]

    assert told(ben) == ["RegistrationTaken", "MovedUp", "GatheringMoved", "GatheringCancelled"]
    assert told(ada) == ["RegistrationTaken"]


def test_that_somebody_registered_is_in_no_public_record(ada):
    found = offered(3)
    (own,) = register(found, ada, needs="A chair with arms")

    public = Entry.objects.filter(public=True, event__contains="Registration").values_list("event", flat=True)
    text = client_as().get(f"/meetings/{found.pk}/").content.decode()

    assert list(public) == ["meetings.RegistrationOpened"]
    assert "1 of 3 places are taken" in text
    assert not any(word in text for word in (own.code, "Ada Obi", "chair with arms"))


def test_a_person_takes_their_registration_away_and_erasing_it_gives_the_place_on(ada, ben):
    found = offered(1)
    register(found, ada, ben)
    room = next(room for room in personal.rooms() if room.app == "meetings")

    taken = room.export(ada.person.pk, ada.pk)
    room.erase(ada.person.pk, ada.pk)

    assert [row["state"] for row in taken["registrations"]] == ["in"]
    assert list(found.registrations.values_list("person", "state")) == [(ben.person.pk, "in")]


def test_two_who_turn_out_to_be_one_person_have_one_place_and_the_other_goes_on(ada, ben, esi):
    found = offered(2)
    register(found, ada, ben, esi)
    for user in (ada, ben):
        actions.record_attendance(actor=None, gathering=found, person=user.person, kind="apologies")

    actions.fold_persons(person_id=ben.person.pk, into_id=ada.person.pk)

    assert list(found.registrations.order_by("number").values_list("person", "state")) == [
        (ada.person.pk, "in"), (esi.person.pk, "in"),
    ]  # fmt: skip
    assert list(found.attendance.values_list("person", flat=True)) == [ada.person.pk]
