import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from rest_framework.authtoken.models import Token

from accounts import demo
from accounts.actions import accept_terms, build_export, publish_terms
from accounts.models import Level, User
from places.actions import add_postcodes
from tests.cast import client_as, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def homes(stirchley, aston):
    add_postcodes(actor=None, rows=[("B30 2AA", stirchley), ("B6 5AA", aston)])


# --- The demonstration ---


def test_the_demonstration_lists_people_by_what_they_come_for(client, ada, ben, clerk, monkeypatch):
    monkeypatch.setattr(demo, "_introduced", {})
    demo.introduces("Facilitators", lambda: [ben.person.pk])
    real = person("Real Person", invented=False)

    groups = {str(words): [one.name for one in people] for words, people in demo.groups()}
    shown = client.get("/demo/sign-in/").content.decode()

    assert groups == {"clerk": ["Clara Whitby"], "Facilitators": ["Ben Price"], "residence verified": ["Ada Obi"]}
    assert real.name not in shown


def test_one_becomes_any_invented_person_and_no_other(client, clerk):
    real = person("Real Person", invented=False)

    assert client.post("/demo/sign-in/", {"person": real.pk}).status_code == 422
    assert client.post("/demo/sign-in/", {"person": "x"}).status_code == 422
    answer = client.post("/demo/sign-in/", {"person": clerk.person.pk, "next": "/me/letters/"})

    assert answer.headers["Location"] == "/me/letters/"
    assert client.get("/me/letters/").status_code == 200


def test_the_demonstration_page_does_not_exist_in_production():
    program = (
        "import django; django.setup()\n"
        "from django.conf import settings\n"
        "from django.urls import Resolver404, resolve\n"
        "from accounts.backends import DemoBackend\n"
        "assert settings.PRODUCTION and not any('Demo' in path for path in settings.AUTHENTICATION_BACKENDS)\n"
        "assert DemoBackend().get_user(1) is None\n"
        "resolve('/me/profile/')\n"
        "for address in ('/demo/sign-in/', '/demo/mail/', '/styleguide/'):\n"
        "    try:\n"
        "        resolve(address)\n"
        "    except Resolver404:\n"
        "        continue\n"
        "    raise SystemExit(address + ' exists')\n"
        "print('absent')\n"
    )
    keys = ("FOLKMOOT_SECRET_KEY", "FOLKMOOT_BALLOT_KEY", "FOLKMOOT_LEDGER_KEY", "FOLKMOOT_VOICE_KEY")
    names = dict.fromkeys(keys, "x" * 60)
    names |= {
        "FOLKMOOT_MODE": "production",
        "FOLKMOOT_HOSTS": "council.example",
        "FOLKMOOT_URL": "https://council.example",
    }
    names |= {"EMAIL_URL": "smtp://localhost", "DJANGO_SETTINGS_MODULE": "config.settings"}

    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(settings.BASE_DIR),
        env=os.environ | names,
        capture_output=True,
        text=True,
    )

    assert (ran.stdout.strip(), ran.returncode) == ("absent", 0), ran.stderr


# --- The admin ---


@pytest.mark.parametrize(("who", "status"), [("ada", 302), ("clerk", 302), ("administrator", 200)])
def test_the_admin_is_for_administrators(who, status, request):
    assert client_as(request.getfixturevalue(who)).get("/admin/").status_code == status


def test_administrators_look_and_do_not_touch(administrator, ben):
    browser = client_as(administrator)

    assert browser.get("/admin/accounts/person/").status_code == 200
    assert browser.get(f"/admin/accounts/user/{ben.pk}/change/").status_code == 200
    assert browser.post(f"/admin/accounts/user/{ben.pk}/change/", {"email": "x@example.org"}).status_code == 403
    assert browser.get("/admin/accounts/grant/add/").status_code == 403


# --- The API ---


def test_the_api_says_who_one_is_and_takes_a_postcode(ben, homes):
    browser = client_as(ben)

    assert browser.get("/api/v1/me/").json()["level"] == Level.EMAIL
    moved = browser.post("/api/v1/me/postcode/", {"postcode": "B30 2AA"}, content_type="application/json").json()
    wrong = browser.post("/api/v1/me/postcode/", {"postcode": "B30"}, content_type="application/json")

    assert (moved["ward"], moved["level_label"]) == ("E05011172", "address declared")
    assert (wrong.status_code, list(wrong.json()["errors"])) == (400, ["postcode"])


def test_the_api_refuses_with_the_words_of_the_page(ben):
    answer = client_as(ben).post("/api/v1/me/code/", {"code": "AAAA-AAAA"}, content_type="application/json")

    assert (answer.status_code, answer.json()["detail"]) == (403, "No letter to you is on its way.")


def test_the_api_knows_nobody_signed_out(client):
    assert client.get("/api/v1/me/").status_code == 401
    assert client.post("/api/v1/me/exports/").status_code == 401


def test_the_api_hands_out_a_copy(ben):
    browser = client_as(ben)

    asked = browser.post("/api/v1/me/exports/")
    build_export(export_id=asked.json()["id"])

    assert asked.status_code == 202
    assert browser.get("/api/v1/me/exports/").json()[0]["url"] == f"/me/data/{asked.json()['id']}/"


def test_a_token_reads_but_does_not_act_before_new_terms_are_accepted(administrator, ben, client):
    key = {"Authorization": f"Token {Token.objects.create(user=ben)}"}
    terms = publish_terms(actor=administrator, text="Be kind.", must_accept_again=True)

    def knock():
        read = client.get("/api/v1/me/", headers=key)
        act = client.put("/api/v1/me/", {"name": "Benjamin"}, content_type="application/json", headers=key)
        return read.status_code, act.status_code, act.json()

    before = knock()
    accept_terms(actor=User.objects.get(pk=ben.pk), terms=terms)
    after = knock()

    assert before == (
        200,
        403,
        {
            "detail": "The terms of use have changed. Read and accept them, then go on where you were.",
            "remedy_url": "/me/terms/",
            "remedy_label": "Read the terms",
        },
    )
    assert (after[:2], after[2]["name"]) == ((200, 200), "Benjamin")


@pytest.mark.parametrize("cookie", [{}, {settings.SESSION_COOKIE_NAME: "gone"}])
def test_no_cookie_opens_acts_to_a_token_before_new_terms_are_accepted(administrator, ben, client, cookie):
    publish_terms(actor=administrator, text="Be kind.", must_accept_again=True)
    client.cookies.load(cookie)

    answer = client.post(
        "/api/v1/me/postcode/",
        {"postcode": "B30 2AA"},
        content_type="application/json",
        headers={"Authorization": f"Token {Token.objects.create(user=ben)}"},
    )

    assert answer.status_code == 403
