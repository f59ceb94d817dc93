import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Level, Person
from places.actions import add_postcodes
from tests.cast import client_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def homes(stirchley, aston):
    add_postcodes(actor=None, rows=[("B30 2AA", stirchley), ("B6 5AA", aston)])


# --- Where one lives ---


def test_a_postcode_leads_back_to_where_one_came_from(ben, homes):
    answer = client_as(ben).post("/me/address/", {"postcode": "b30 2aa", "next": "/proposals/asc-1/"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/proposals/asc-1/")


def test_nobody_is_led_elsewhere(ben, homes):
    answer = client_as(ben).post("/me/address/", {"postcode": "b30 2aa", "next": "https://evil.example/"})

    assert answer.headers["Location"] == "/me/address/"


@pytest.mark.parametrize("postcode", ["", "B30", "x" * 500, "B30 2AA'; --"])
def test_a_postcode_that_is_none_is_asked_for_again(ben, homes, postcode):
    answer = client_as(ben).post("/me/address/", {"postcode": postcode})

    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert Person.objects.get(user=ben).level == Level.EMAIL


def test_a_letter_is_asked_for_printed_and_used_without_javascript(ben, clerk, homes):
    mine, theirs = client_as(ben), client_as(clerk)
    mine.post("/me/address/", {"postcode": "B30 2AA"})
    mine.post("/me/address/letter/", {"address": "7 <b>Oak</b> Road"})

    assert "1 letter waits" in theirs.get("/me/letters/").content.decode()
    printed = theirs.post("/me/letters/")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", printed.content.decode()).group()
    assert "7 &lt;b&gt;Oak&lt;/b&gt; Road" in printed.content.decode()
    assert "no-store" in printed.headers["Cache-Control"]

    assert mine.post("/me/address/code/", {"code": "AAAA-AAAA"}).status_code == 422
    assert mine.post("/me/address/code/", {"code": code}).status_code == 302
    assert Person.objects.get(user=ben).level == Level.VERIFIED


def test_a_code_cannot_be_guessed_for_long(ben, clerk, homes):
    mine = client_as(ben)
    mine.post("/me/address/", {"postcode": "B30 2AA"})
    mine.post("/me/address/letter/", {"address": "7 Oak Road"})
    client_as(clerk).post("/me/letters/")

    answers = [mine.post("/me/address/code/", {"code": f"AAAA-AAA{n}"}).status_code for n in range(12)]

    assert answers == [422] * 5 + [403] * 5 + [429] * 2


def test_a_register_is_uploaded_and_proves_a_residence(ben, clerk, homes):
    table = "name,postcode\nBen Price,B30 2AA\n,B30 2AA\n"
    sent = {"label": "Electors 2026", "file": SimpleUploadedFile("register.csv", table.encode())}

    shown = client_as(clerk).post("/me/register/", sent).content.decode()
    assert "1 line is in force" in shown
    assert "Line 3: it has no name" in shown

    mine = client_as(ben)
    mine.post("/me/address/", {"postcode": "B30 2AA"})
    assert mine.post("/me/address/register/", {"name": "Somebody Else"}).status_code == 422
    assert mine.post("/me/address/register/", {"name": "ben price"}).status_code == 302
    assert Person.objects.get(user=ben).level == Level.VERIFIED


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00broken", b"a,b\n1,2\n", b"name,postcode\n"])
def test_a_register_that_cannot_be_read_says_so_and_changes_nothing(clerk, homes, content):
    sent = {"label": "Electors", "file": SimpleUploadedFile("register.csv", content)}

    answer = client_as(clerk).post("/me/register/", sent)

    assert answer.status_code == 422
