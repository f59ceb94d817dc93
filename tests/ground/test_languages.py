"""The language stands in the path: English without a prefix, the made-up ones of the tests under theirs."""

import re

import pytest


def told(page):
    return re.search(rb'<html lang="([a-z-]+)" dir="([a-z]+)"', page.content).groups()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "language"), [("/", (b"en-gb", b"ltr")), ("/en-xa/", (b"en-xa", b"ltr")), ("/ar-xb/", (b"ar-xb", b"rtl"))]
)
def test_a_page_says_its_language_and_direction(client, path, language):
    assert told(client.get(path)) == language


@pytest.mark.django_db
def test_no_plain_english_is_left_in_the_title_of_a_made_up_language(client):
    title = re.search(rb"<title>(.*?)</title>", client.get("/en-xa/accounts/login/").content, re.DOTALL)[1].decode()

    assert re.search("[áéíóúñšţř]", title)


@pytest.mark.django_db
def test_the_browsers_wish_changes_nothing_so_that_pages_can_be_kept(client):
    wished = client.get("/", headers={"Accept-Language": "ar-xb"})

    assert told(wished) == (b"en-gb", b"ltr")
    assert "Accept-Language" not in wished.get("Vary", "")
