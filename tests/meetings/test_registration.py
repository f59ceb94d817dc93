"""People register, wait, move up and cancel."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Standing
from core import clock, now, personal
from core.verdicts import Refused
from ledger.models import Entry
from ledger.tasks import deliver
from meetings import actions, policies, queries
from meetings.models import Pool, Registration
from meetings.states import State
from notifications.models import Notice
from tests.cast import client_as, people
from tests.scenes.meetings import gathering

pytestmark = pytest.mark.django_db


def offered(size, reserved=None, questions=None, **fields):
    found = gathering(**fields)
    actions.offer_places(actor=None, gathering=found, size=size, reserved=reserved, questions=questions)
    return found


def crowd(number):
    return [each.user for each in people(number)]


def register(found, *users, **more):
    return [actions.register(actor=user, gathering=found, **more) for user in users]


def states(found):
    return list(found.registrations.order_by("number").values_list("state", flat=True))


def serves(user, kind="service_user", checked=True):
    Standing.objects.create(person=user.person, kind=kind, of="home care", checked_at=now() if checked else None)
    return user


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


def test_one_registers_in_the_browser_and_has_a_code_and_its_picture(ada):
    found = offered(2, questions=["Which topic matters most?"], mode="hybrid", place="Library")
    browser, question = client_as(ada), found.questions.get()
    form = browser.get(f"/meetings/{found.pk}/registration/").content.decode()
    browser.post(
        f"/meetings/{found.pk}/registration/",
        {"way": "in_person", "needs": "Step-free", f"question_{question.pk}": "Buses"},
    )

    text = browser.get(f"/meetings/{found.pk}/registration/").content.decode()

    own = Registration.objects.get()
    assert "Which topic matters most?" in form
    assert own.code in text
    assert "<svg" in text
    assert (own.needs, own.answers.get().text) == ("Step-free", "Buses")


def test_in_the_browser_a_place_is_given_up(ada):
    found = offered(2)
    register(found, ada)

    answer = client_as(ada).post(f"/meetings/{found.pk}/registration/cancel/")

    assert (answer.status_code, states(found)) == (302, ["cancelled"])


def test_needs_and_names_are_for_those_who_run_it_alone(assembly, ada, dov, ben):
    found = offered(2, questions=["Which topic?"])
    register(found, ada, needs="A chair with arms", answers={found.questions.get().pk: "Buses"})

    seen = client_as(dov).get(f"/meetings/{found.pk}/people/").content.decode()

    assert all(words in seen for words in ("Ada Obi", "A chair with arms", "Buses"))
    assert client_as(ben).get(f"/meetings/{found.pk}/people/").status_code == 403


def test_a_facilitator_offers_places_in_the_browser_and_others_may_not(assembly, dov, ben):
    found = gathering()
    sent = {"size": "20", "service_user": "4", "question_1": "Which topic?"}

    refused = client_as(ben).post(f"/meetings/{found.pk}/places/", sent).status_code
    client_as(dov).post(f"/meetings/{found.pk}/places/", sent)

    shown = queries.filled(found)
    assert (refused, shown.places, shown.reserved, found.questions.get().text) == (403, 24, 4, "Which topic?")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_any_number(assembly, dov, django_assert_num_queries, rows):
    found = offered(9, questions=["Which topic?"])
    register(found, *crowd(rows), answers={found.questions.get().pk: "Buses"})
    browser = client_as(dov)
    browser.get(f"/meetings/{found.pk}/people/")

    with django_assert_num_queries(8):
        browser.get(f"/meetings/{found.pk}/people/")


def test_a_person_takes_their_registration_away_and_erasing_it_gives_the_place_on(ada, ben):
    found = offered(1)
    register(found, ada, ben)
    room = next(room for room in personal.rooms() if room.app == "meetings")

    taken = room.export(ada.person.pk, ada.pk)
    room.erase(ada.person.pk, ada.pk)

    assert [row["state"] for row in taken["registrations"]] == ["in"]
    assert list(found.registrations.values_list("person", "state")) == [(ben.person.pk, "in")]


@pytest.mark.parametrize(
    ("who", "sees"), [("ada", True), ("esi", True), ("dov", True), ("ben", False), ("finn", False)]
)
def test_the_link_to_join_is_for_those_with_a_place_members_and_those_who_run_it(assembly, request, who, sees):
    found = offered(5, mode="hybrid", place="Library", online_url="https://meet.example.org/x")
    register(found, request.getfixturevalue("ada"))
    user = request.getfixturevalue(who)
    with clock.at(found.starts_at - timedelta(minutes=10)):
        text = client_as(user).get(f"/meetings/{found.pk}/").content.decode()

    assert ("meet.example.org" in text) is sees


@pytest.mark.parametrize(("minutes", "sees"), [(-16, False), (-14, True), (119, True), (121, False)])
def test_the_link_is_in_the_page_only_from_a_quarter_of_an_hour_before_until_the_end(assembly, esi, minutes, sees):
    found = gathering(mode="online", online_url="https://meet.example.org/x")
    with clock.at(found.starts_at + timedelta(minutes=minutes)):
        texts = [
            client_as(esi).get(path).content.decode()
            for path in (f"/meetings/{found.pk}/", f"/meetings/{found.pk}.ics")
        ]

    assert ["meet.example.org" in text for text in texts] == [sees, False]


def test_how_to_find_it_and_what_the_place_has_stand_on_the_page(client):
    found = gathering(place="Library", hints="The blue door beside the post office.", facts=["step_free", "bsl"])

    text = client.get(f"/meetings/{found.pk}/").content.decode()

    assert "The blue door beside the post office." in text
    assert "step-free, British Sign Language interpreter" in text


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
