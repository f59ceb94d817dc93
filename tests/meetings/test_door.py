"""People are let in by code or name, or counted without one; the figures point at nobody."""

from datetime import timedelta
from functools import partial

import pytest

from accounts.models import Standing
from core import clock
from core.verdicts import Refused
from meetings import actions, policies, queries
from meetings.figures import Row, for_everybody
from meetings.models import Attendance, WalkIn
from meetings.states import State
from tests.ballots.test_races import at_once
from tests.cast import client_as, people, person
from tests.scenes.meetings import gathering

pytestmark = pytest.mark.django_db


def session(**fields):
    return gathering(state=State.IN_SESSION, **fields)


def registered(found, *users):
    state = found.state
    type(found).objects.filter(pk=found.pk).update(state=State.PUBLISHED)
    actions.offer_places(actor=None, gathering=found, size=None)
    rows = [actions.register(actor=user, gathering=found) for user in users]
    type(found).objects.filter(pk=found.pk).update(state=state)
    return rows


def test_a_code_lets_its_owner_in_once(assembly, dov, ada):
    found = session()
    (own,) = registered(found, ada)
    browser = client_as(dov)

    browser.post(f"/meetings/{found.pk}/door/code/", {"code": f"{own.code[:4]} {own.code[4:].lower()}"})
    again = browser.post(f"/meetings/{found.pk}/door/code/", {"code": own.code})

    assert [(row.person, row.kind, row.ward.name) for row in Attendance.objects.all()] == [
        (ada.person, "present", "Stirchley")
    ]
    assert (again.status_code, "Ada Obi is in already." in again.content.decode()) == (403, True)


def test_a_code_of_another_meeting_opens_no_door(assembly, dov, ada):
    (own,) = registered(session(), ada)

    with pytest.raises(Refused, match="Nobody has registered for this meeting with that code"):
        actions.check_in(actor=dov, gathering=session(), code=own.code)


def test_the_picture_leads_to_the_door_with_the_code_filled_in(assembly, dov, ada):
    found = session()
    (own,) = registered(found, ada)

    assert f'value="{own.code}"' in client_as(dov).get(f"/meetings/{found.pk}/door/?code={own.code}").content.decode()


def test_members_and_those_registered_are_found_by_name_and_nobody_else(assembly, dov, ada, esi, ben):
    found = session()
    registered(found, ada)
    browser = client_as(dov)

    names = [queries.at_the_door(found, [(esi.person.pk, "Esi Boateng")], words) for words in ("ada", "esi", "ben")]
    browser.post(f"/meetings/{found.pk}/door/person/", {"person": esi.person.pk})
    stranger = browser.post(f"/meetings/{found.pk}/door/person/", {"person": ben.person.pk})

    assert [[name for _pk, name, _in in rows] for rows in names] == [["Ada Obi"], ["Esi Boateng"], []]
    assert (Attendance.objects.get().person, stranger.status_code) == (esi.person, 422)


def test_whoever_has_no_account_is_counted_by_kind_and_ward_and_named_nowhere(assembly, dov, stirchley):
    found = session()

    client_as(dov).post(
        f"/meetings/{found.pk}/door/walk-in/",
        {"stakeholder": "service_worker", "ward": stirchley.pk, "organisation": "Homecare Co-op"},
    )

    row = WalkIn.objects.get()
    assert (row.stakeholder, row.ward, row.organisation) == ("service_worker", stirchley, "Homecare Co-op")
    assert {field.name for field in WalkIn._meta.fields} == {"id", "gathering", "stakeholder", "ward", "organisation"}


def test_the_figures_are_by_kind_ward_and_organisation(assembly, ada, aston):
    found = session()
    serving = person("Wynn", level=3).user
    Standing.objects.create(person=serving.person, kind="organisation", of="Friends of the Rea")
    for user in (ada, serving):
        actions.check_in(actor=None, gathering=found, person=user.person)
    actions.count_walk_in(actor=None, gathering=found, stakeholder="service_user", ward=aston)

    exact = queries.figures(found, public=False)

    assert (exact.present, exact.without_account) == (3, 1)
    assert {row.label: row.number for row in exact.kinds} == {"resident": 1, "organisation": 1, "service user": 1}
    assert {row.label: row.number for row in exact.wards} == {"Stirchley": 2, "Aston": 1}
    assert {row.label: row.number for row in exact.organisations} == {"Friends of the Rea": 1}


@pytest.mark.parametrize(
    ("counts", "published"),
    [
        ({"a": 9, "b": 7}, [("a", 9), ("b", 7)]),
        ({"a": 9, "b": 7, "c": 2}, [("a", 9), ("", None)]),
        ({"a": 9, "b": 3, "c": 1}, [("", None)]),
        ({"a": 9, "b": 3, "c": 2}, [("a", 9), ("", None)]),
        ({"a": 4}, [("", None)]),
        ({}, []),
    ],
)
def test_small_numbers_are_withheld_unnamed_and_so_is_what_would_give_them_away(counts, published):
    assert for_everybody(counts) == [Row(label, number) for label, number in published]


def test_the_public_page_of_a_meeting_that_is_over_shows_the_figures_without_small_ones(client, aston):
    found = session()
    for each in people(7):
        actions.check_in(actor=None, gathering=found, person=each)
    for _ in range(2):
        actions.count_walk_in(actor=None, gathering=found, stakeholder="service_user", ward=aston)
    actions.end(actor=None, gathering=found)

    text = client.get(f"/meetings/{found.pk}/").content.decode()

    assert "9 people were there." in text
    assert "others, too few to name" in text
    assert aston.name not in text
    assert '<td class="number">2</td>' not in text


@pytest.mark.parametrize(
    ("state", "hours", "reason"),
    [
        (State.PUBLISHED, -200, "The door opens on the day of the meeting, once its agenda is out."),
        (State.SCHEDULED, 0, "The door opens on the day of the meeting, once its agenda is out."),
        (State.PUBLISHED, 0, ""),
        (State.IN_SESSION, 1, ""),
        (State.ENDED, 30, ""),
        (State.CANCELLED, 0, "Who is there can be written down once the gathering has begun."),
    ],
)
def test_when_the_door_is_open(assembly, dov, state, hours, reason):
    found = gathering(state=state)
    with clock.at(found.starts_at + timedelta(hours=hours)):
        assert str(policies.may_check_in(dov, found).reason) == reason


def test_nobody_else_keeps_the_door(assembly, ben, ada):
    found = session()
    (own,) = registered(found, ada)
    browser = client_as(ben)

    answers = [browser.get(f"/meetings/{found.pk}/door/").status_code]
    answers += [
        browser.post(f"/meetings/{found.pk}/door/{path}/", {"code": own.code}).status_code
        for path in ("code", "person", "walk-in")
    ]

    assert answers == [403] * 4


@pytest.mark.parametrize("rows", [1, 3])
def test_the_door_costs_the_same_for_any_number(assembly, dov, django_assert_num_queries, rows):
    found = session()
    registered(found, *(each.user for each in people(rows)))
    browser = client_as(dov)
    browser.get(f"/meetings/{found.pk}/door/?q=neighbour")

    with django_assert_num_queries(9):
        browser.get(f"/meetings/{found.pk}/door/?q=neighbour")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_code_shown_at_many_doors_at_once_lets_one_in(ada):
    found = session()
    (own,) = registered(found, ada)

    answers = at_once([partial(actions.check_in, actor=None, gathering=found, code=own.code)] * 8)

    assert sum(isinstance(answer, Attendance) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 7
