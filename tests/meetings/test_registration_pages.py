"""Registering, offering places, joining and finding the way, in a browser."""

from datetime import timedelta

import pytest

from core import clock
from meetings import queries
from meetings.models import Registration
from tests.cast import client_as
from tests.scenes.meetings import crowd, gathering, offered, register, states

pytestmark = pytest.mark.django_db


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
