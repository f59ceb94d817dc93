"""Many ask at once, on real connections: nobody has a place too many, and nobody waits beside a free one."""

from functools import partial

import pytest

from core.states import StateConflict
from meetings import actions
from meetings.models import Registration
from tests.ballots.test_races import at_once
from tests.cast import people
from tests.scenes.meetings import gathering

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_of_30_who_register_at_once_for_10_places_exactly_10_are_in_and_20_wait_in_order():
    found = gathering()
    actions.offer_places(actor=None, gathering=found, size=10)
    users = [each.user for each in people(30)]

    answers = at_once([partial(actions.register, actor=user, gathering=found) for user in users])

    assert all(isinstance(answer, Registration) for answer in answers)
    rows = list(found.registrations.order_by("number").values_list("number", "state"))
    assert rows == [(n, "in" if n <= 10 else "waiting") for n in range(1, 31)]


def test_places_given_up_at_once_move_up_exactly_as_many_the_first_first():
    found = gathering()
    actions.offer_places(actor=None, gathering=found, size=5)
    users = [each.user for each in people(12)]
    rows = [actions.register(actor=user, gathering=found) for user in users]

    at_once([partial(actions.cancel_registration, actor=users[n], registration=rows[n]) for n in range(3)])

    states = list(found.registrations.order_by("number").values_list("state", flat=True))
    assert states == ["cancelled"] * 3 + ["in"] * 5 + ["waiting"] * 4


def test_one_person_who_asks_and_cancels_many_times_at_once_has_one_registration():
    found = gathering()
    actions.offer_places(actor=None, gathering=found, size=1)
    one, other = (each.user for each in people(2))
    mine = actions.register(actor=one, gathering=found)
    actions.register(actor=other, gathering=found)

    answers = at_once(
        [lambda: actions.cancel_registration(actor=one, registration=Registration.objects.get(pk=mine.pk))] * 6
    )

    assert sum(isinstance(answer, StateConflict) for answer in answers) == 5
    assert list(found.registrations.order_by("number").values_list("state", flat=True)) == ["cancelled", "in"]
