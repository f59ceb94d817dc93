"""The way in leads back to where one was, and asks newcomers their name on the way."""

import re

import pytest
from django.urls import reverse

from accounts.models import Person

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"
HERE = "http://testserver"


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [
        (f"{HERE}/proposals/?q=care", f"{LOGIN}?next=%2Fproposals%2F%3Fq%3Dcare"),
        (f"{HERE}/accounts/signup/", None),
        (f"{HERE}/demo/sign-in/", None),
        (f"{HERE}/nowhere/at/all/", None),
        ("https://elsewhere.example/proposals/", None),
        ("", None),
    ],
)
def test_signing_in_leads_back_to_the_page_of_ours_that_one_came_from(client, came_from, leads_to):
    answer = client.get(LOGIN, headers={"Referer": came_from})

    assert answer.headers.get("Location") == leads_to


def test_a_wish_to_go_elsewhere_wins_over_where_one_came_from(client):
    answer = client.get(f"{LOGIN}?next=/forums/", headers={"Referer": f"{HERE}/proposals/"})

    assert answer.status_code == 200
    assert 'name="next" value="/forums/"' in answer.content.decode()


@pytest.mark.parametrize(("wanted", "then"), [("/forums/", "/forums/"), ("", "/me/address/")])
def test_a_newcomer_gives_a_name_and_goes_on_to_where_they_wanted(client, mailoutbox, wanted, then):
    client.post(reverse("account_signup"), {"email": "nora@example.org", "next": wanted})
    code = re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", mailoutbox[0].body, re.MULTILINE)[1]

    confirmed = client.post(reverse("account_email_verification_sent"), {"code": code})
    named = client.post(confirmed.headers["Location"], {"name": "Nora", "age_band": ""})

    assert confirmed.headers["Location"].startswith("/me/profile/?next=")
    assert named.headers["Location"] == then
    assert Person.objects.get().name == "Nora"


def test_the_page_to_sign_in_asks_in_our_words(client):
    shown = client.get(LOGIN).content.decode()

    assert shown.count("Your e-mail address</label>") == 2
    assert "placeholder" not in shown
