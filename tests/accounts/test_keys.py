"""A key to the programming interface: shown once, opens it as its owner, and can be taken back."""

import re

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return cast.person("Ada Obi", level=3).user


def made_by(browser):
    return re.search(r"<code>([0-9a-f]{40})</code>", browser.post("/me/key/").content.decode())[1]


def name_told_to(key):
    answer = cast.client_as(None).get("/api/v1/me/", headers={"Authorization": f"Token {key}"})
    return answer.json().get("name") if answer.status_code == 200 else answer.status_code


def test_a_key_opens_the_interface_as_its_owner_and_is_shown_once(ada):
    browser = cast.client_as(ada)

    key = made_by(browser)

    assert name_told_to(key) == "Ada Obi"
    assert key not in browser.get("/me/key/").content.decode()


def test_a_new_key_ends_the_old_one(ada):
    browser = cast.client_as(ada)
    old, new = made_by(browser), made_by(browser)

    assert (name_told_to(old), name_told_to(new)) == (401, "Ada Obi")


def test_a_key_that_is_taken_back_opens_nothing(ada):
    browser = cast.client_as(ada)
    key = made_by(browser)

    answer = browser.post("/me/key/end/")

    assert answer.headers["Location"] == "/me/key/"
    assert name_told_to(key) == 401
