"""The page of clocks, its form, and the same over the API."""

import pytest
from django.urls import reverse

from clocks.models import Holiday
from tests.cast import client_as

pytestmark = pytest.mark.django_db


def test_everybody_can_read_the_rules_and_the_holidays(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        answer = client.get("/clocks/")

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Answer a recommendation of scrutiny" in text
    assert "2 months, beginning with the day of receipt" in text
    assert "csrf" not in text


def test_a_date_is_worked_out_with_its_explanation(client):
    answer = client.get("/clocks/", {"rule": "committees.agenda", "start": "2026-05-20"})

    assert "the last day is Tuesday 12 May 2026" in answer.content.decode()


def test_htmx_gets_the_worked_out_date_alone(client):
    answer = client.get(
        "/clocks/", {"rule": "committees.agenda", "start": "2026-05-20"}, headers={"HX-Request": "true"}
    )

    assert answer.content.decode().startswith('<div id="computed"')


def test_a_clerk_adds_a_day(clerk):
    client = client_as(clerk)

    answer = client.post("/clocks/holidays/new/", {"date": "2027-06-10", "name": "Day of Thanksgiving"})

    assert (answer.status_code, answer.url) == (302, "/clocks/#holidays")
    assert Holiday.objects.get(date="2027-06-10").name == "Day of Thanksgiving"


def test_a_day_that_is_known_comes_back_with_its_name(clerk):
    client = client_as(clerk)

    answer = client.post("/clocks/holidays/new/", {"date": "2026-12-25", "name": "Christmas"})

    assert answer.status_code == 422
    assert "already in the calendar, as Christmas Day" in answer.content.decode()


def test_others_read_why_they_cannot_add_a_day(ada):
    answer = client_as(ada).post("/clocks/holidays/new/", {"date": "2027-06-10", "name": "Mine"})

    assert answer.status_code == 403
    assert "Only a clerk or an administrator" in answer.content.decode()


def test_the_signed_out_are_asked_to_sign_in(client):
    assert client.get(reverse("clocks:new_holiday")).status_code == 302


def test_the_api_gives_the_rules(client):
    found = client.get("/api/v1/clocks/rules/").json()

    assert {rule["key"]: rule["words"] for rule in found}["proposals.remit_check"] == "3 working days"


def test_the_api_works_out_a_date(client):
    found = client.get("/api/v1/clocks/work-out/", {"rule": "committees.key_decision", "start": "2026-06-16"})

    assert found.json()["due"] == "2026-05-18"


def test_the_api_says_what_is_wrong_with_a_date(client):
    found = client.get("/api/v1/clocks/work-out/", {"rule": "lunch", "start": "soon"})

    assert (found.status_code, sorted(found.json()["errors"])) == (400, ["rule", "start"])


def test_the_api_refuses_others_in_the_same_words(ada):
    answer = client_as(ada).post(
        "/api/v1/clocks/holidays/", {"date": "2027-06-10", "name": "Mine"}, content_type="application/json"
    )

    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("Only a clerk or an administrator")


def test_the_api_adds_a_day_for_a_clerk(clerk):
    answer = client_as(clerk).post(
        "/api/v1/clocks/holidays/", {"date": "2027-06-10", "name": "Thanks"}, content_type="application/json"
    )

    assert (answer.status_code, answer.json()) == (201, {"date": "2027-06-10", "name": "Thanks", "proclaimed": True})
