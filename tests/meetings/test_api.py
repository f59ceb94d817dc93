"""Meetings over the API, with the same acts and the same reasons as on their pages."""

import pytest

from meetings import actions
from meetings.models import Attendance, Registration, WalkIn
from meetings.states import State
from tests.cast import client_as
from tests.scenes.meetings import gathering

pytestmark = pytest.mark.django_db


def send(browser, path, data=None, method="post"):
    return getattr(browser, method)(f"/api/v1/meetings/{path}", data or {}, content_type="application/json")


def offered(size=1, **fields):
    found = gathering(**fields)
    actions.offer_places(actor=None, gathering=found, size=size, questions=["Which topic?"])
    return found


def test_one_registers_waits_and_cancels(ada, ben):
    found = offered()
    question = found.questions.get().pk
    first = send(client_as(ada), f"{found.pk}/registration/", {"needs": "A chair", f"question_{question}": "Buses"})
    second = send(client_as(ben), f"{found.pk}/registration/")

    gone = send(client_as(ada), f"{found.pk}/registration/", method="delete")

    assert [(answer.status_code, answer.json()["state"]) for answer in (first, second, gone)] == [
        (201, "in"), (201, "waiting"), (200, "cancelled"),
    ]  # fmt: skip
    assert Registration.objects.get(person=ben.person).state == "in"


def test_what_the_page_refuses_the_api_refuses_with_the_same_words(ada, finn):
    found = gathering()

    answers = [send(client_as(user), f"{found.pk}/registration/") for user in (ada, finn)]

    assert answers[0].json()["detail"] == "Nobody needs to register for this meeting. Just come."
    assert answers[0].status_code == 403


def test_a_meeting_is_read_with_its_figures_and_without_its_link(client, ada):
    found = offered(online_url="https://meet.example.org/x", mode="hybrid", place="Library")
    actions.add_item(actor=None, gathering=found, title="Buses", minutes=20)
    actions.register(actor=ada, gathering=found)

    one = client.get(f"/api/v1/meetings/{found.pk}/")
    every = client.get("/api/v1/meetings/")

    assert one.json()["registered"] == {"places": 1, "reserved": 0, "taken": 1, "online": 0, "waiting": 0}
    assert [item["minutes"] for item in one.json()["items"]] == [20]
    assert [row["id"] for row in every.json()["results"]] == [found.pk]
    assert not any("meet.example.org" in answer.content.decode() for answer in (one, every))


def test_people_are_let_in_by_code_by_person_or_counted(assembly, dov, ada, esi, ben):
    found = offered(size=9)
    own = actions.register(actor=ada, gathering=found)
    type(found).objects.filter(pk=found.pk).update(state=State.IN_SESSION)
    browser = client_as(dov)

    answers = [send(browser, f"{found.pk}/door/", data) for data in (
        {"code": own.code}, {"person": esi.person.pk}, {"stakeholder": "service_worker"},
    )]  # fmt: skip
    refused = send(client_as(ben), f"{found.pk}/door/", {"code": own.code})

    assert [answer.json()["present"] for answer in answers] == [1, 2, 3]
    assert (Attendance.objects.count(), WalkIn.objects.count(), refused.status_code) == (2, 1, 403)
