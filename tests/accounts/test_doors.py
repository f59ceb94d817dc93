import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.actions import ask_export, build_export, publish_terms
from accounts.models import DataExport, Grant, Level, Person, RetentionRun, User
from ledger.delivery import deliver_all
from places.actions import add_postcodes
from tests.cast import client_as, person

pytestmark = pytest.mark.django_db

OWN = ["profile", "address", "letter", "code", "register_check", "standing", "data", "delete"]
STAFF = {
    "register": {"clerk", "administrator"},
    "letters": {"clerk"},
    "roles": {"administrator"},
    "standings": {"clerk", "scrutiny_officer"},
    "retention": {"administrator"},
}


@pytest.fixture
def homes(stirchley, aston):
    add_postcodes(actor=None, rows=[("B30 2AA", stirchley), ("B6 5AA", aston)])


# --- Who may come in ---


@pytest.mark.parametrize("name", OWN)
def test_pages_about_oneself_are_for_the_signed_in(name, client, ben):
    url = reverse(f"accounts:{name}")

    assert client.get(url).headers["Location"] == f"/accounts/login/?next={url}"
    assert client_as(ben).get(url).status_code == 200


@pytest.mark.parametrize("name", STAFF)
@pytest.mark.parametrize("who", ["ada", "dov", "clerk", "administrator", "scrutiny_officer"])
def test_pages_of_officers_are_for_those_whose_role_it_is(name, who, request):
    answer = client_as(request.getfixturevalue(who)).get(reverse(f"accounts:{name}"))

    assert answer.status_code == (200 if who in STAFF[name] else 403)


@pytest.mark.parametrize("name", [*OWN, *STAFF])
def test_no_form_is_taken_without_its_token(name, administrator):
    browser = client_as(administrator, enforce_csrf_checks=True)

    assert browser.post(reverse(f"accounts:{name}"), {}).status_code == 403


def test_the_terms_are_for_everybody_and_inert(client):
    publish_terms(actor=None, text="# Be kind\n\n<script>alert(1)</script>")

    shown = client.get("/me/terms/").content.decode()

    assert "Be kind" in shown
    assert "<script>alert" not in shown


# --- Signing up ---


def test_who_makes_an_account_is_told_which_terms_they_accept_by_it(client):
    before = client.get("/accounts/signup/").content.decode()
    publish_terms(actor=None, text="Be kind.")
    after = client.get("/accounts/signup/").content.decode()

    told = 'By making an account you accept the <a href="/me/terms/">terms of use</a>.'
    assert (told in before, told in after) == (False, True)


@pytest.mark.parametrize("who", ["finn", "ada"])
def test_the_terms_stand_at_the_foot_of_every_page(who, request):
    shown = client_as(request.getfixturevalue(who)).get("/accessibility/").content.decode()

    assert shown.count('<li><a href="/me/terms/">Terms of use</a></li>') == 1


def test_an_address_and_a_code_make_a_person(client, mailoutbox):
    answer = client.post("/accounts/signup/", {"email": "Nova@Example.org"})
    assert answer.status_code == 302
    made = Person.objects.get(user__email="nova@example.org")
    assert (made.level, made.display_name) == (Level.NONE, "A resident")

    code = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]*)$", mailoutbox[0].body, re.MULTILINE).group(1)
    answer = client.post("/accounts/confirm-email/", {"code": code})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/me/profile/?next=%2Fme%2Faddress%2F")
    assert Person.objects.get(pk=made.pk).level == Level.EMAIL
    assert client.get("/me/profile/").status_code == 200


def test_a_wrong_code_confirms_nothing(client, mailoutbox):
    client.post("/accounts/signup/", {"email": "nova@example.org"})

    client.post("/accounts/confirm-email/", {"code": "WRONG1"})

    assert Person.objects.get(user__email="nova@example.org").level == Level.NONE


def test_whoever_signs_up_twice_is_one_person_and_nobody_learns_that_the_address_is_known(client, mailoutbox, ben):
    new = client.post("/accounts/signup/", {"email": "nova@example.org"})
    again = Client().post("/accounts/signup/", {"email": ben.email})

    assert new.headers["Location"] == again.headers["Location"]
    assert User.objects.filter(email=ben.email).count() == 1


# --- Roles, standing, retention ---


def test_a_role_is_granted_and_ended_on_the_page(administrator, ben):
    browser = client_as(administrator)

    assert browser.post("/me/roles/", {"email": "nobody@example.org", "role": "clerk"}).status_code == 422
    browser.post("/me/roles/", {"email": ben.email.upper(), "role": "clerk"})
    grant = Grant.objects.get(user=ben)
    assert ben.email in browser.get("/me/roles/").content.decode()

    browser.post(f"/me/roles/{grant.pk}/end/")
    assert ben.email not in browser.get("/me/roles/").content.decode()


def test_the_page_of_roles_costs_the_same_for_one_and_for_three(administrator, django_assert_num_queries):
    browser = client_as(administrator)
    browser.get("/me/roles/")
    with django_assert_num_queries(4):
        browser.get("/me/roles/")
    for _ in range(2):
        person(roles=("clerk",))
    with django_assert_num_queries(4):
        browser.get("/me/roles/")


def test_a_standing_is_said_and_taken_back(ben, ada):
    mine = client_as(ben)
    mine.post("/me/standing/", {"kind": "service_user", "of": "Home care"})
    standing = ben.person.standings.get()

    assert client_as(ada).post(f"/me/standing/{standing.pk}/end/").status_code == 404
    mine.post(f"/me/standing/{standing.pk}/end/")
    assert not ben.person.standings.exists()


def test_nobody_says_that_they_are_checked_or_a_kind_that_is_none(ben):
    assert client_as(ben).post("/me/standing/", {"kind": "mayor", "of": "all"}).status_code == 422


def test_retention_is_reported_and_carried_out_on_the_page(administrator):
    browser = client_as(administrator)

    browser.post("/me/retention/")
    run = RetentionRun.objects.get()
    assert "The last report" in browser.get("/me/retention/").content.decode()
    assert browser.post(f"/me/retention/{run.pk}/").status_code == 302
    assert browser.post(f"/me/retention/{run.pk}/").status_code == 403


# --- My data ---


def test_a_copy_is_asked_for_and_fetched_by_its_owner_alone(ben, ada):
    mine = client_as(ben)
    mine.post("/me/data/")
    assert "putting your data together" in mine.get("/me/data/").content.decode()
    export = DataExport.objects.get()
    build_export(export_id=export.pk)
    assert "Fetch my data" in mine.get("/me/data/").content.decode()

    fetched = mine.get(f"/me/data/{export.pk}/")

    assert fetched.getvalue()[:2] == b"PK"
    assert "attachment" in fetched.headers["Content-Disposition"]
    assert client_as(ada).get(f"/me/data/{export.pk}/").status_code == 404


def test_a_copy_lapses(ben):
    export = build_export(export_id=ask_export(actor=ben).pk)
    DataExport.objects.update(expires_at=export.ready_at)

    answer = client_as(ben).get(f"/me/data/{export.pk}/")

    assert answer.status_code == 403
    assert "Ask for a new one" in answer.content.decode()


def test_the_part_that_shows_progress_comes_alone(ben):
    mine = client_as(ben)
    mine.post("/me/data/")

    part = mine.get("/me/data/", headers={"HX-Request": "true"}).content.decode()

    assert part.startswith('<div id="progress"')
    assert "every 3s" in part


def test_news_of_the_request_sets_the_worker_to_work(ben, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ask_export(actor=ben)
        deliver_all()

    from core.redis import client as redis

    assert redis().llen("celery") >= 1


def test_an_account_is_deleted_and_the_browser_signed_out(ben):
    mine = client_as(ben)

    assert mine.post("/me/delete/", {}).status_code == 422
    assert mine.post("/me/delete/", {"sure": "on"}).headers["Location"] == "/me/gone/"

    assert mine.get("/me/gone/").status_code == 200
    assert mine.get("/me/profile/").status_code == 302
    assert Person.objects.get(pk=ben.person.pk).erased_at is not None


def test_whoever_holds_a_role_is_told_why_they_cannot_go(clerk):
    shown = client_as(clerk).get("/me/delete/").content.decode()

    assert "Ask an administrator to end it" in shown
