"""Kept pages: the same for every visitor without a session, gone at the next public act, unchanged for whoever has them."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core import pagecache
from core.redis import client


@pytest.fixture
def page(settings):
    """A page that says how often it was drawn."""
    settings.FOLKMOOT_PAGE_CACHE_OFF = False
    drawn = []

    @pagecache.for_everyone
    def view(request):
        drawn.append(request.path)
        return HttpResponse(f"drawn {len(drawn)}")

    return view


def get(path="/list/", **headers):
    return RequestFactory().get(path, **headers)


def test_a_page_is_drawn_once_and_kept_for_the_next_visitor(page):
    first, second = page(get()), page(get())

    assert first.content == second.content == b"drawn 1"
    assert first.headers["ETag"] == second.headers["ETag"]


def test_another_address_is_another_page(page):
    page(get())

    assert page(get("/list/?n=2")).content == b"drawn 2"


def test_whoever_has_the_page_is_told_that_it_is_unchanged(page):
    tag = page(get()).headers["ETag"]

    answer = page(get(HTTP_IF_NONE_MATCH=tag))

    assert (answer.status_code, answer.content) == (304, b"")


def test_whoever_has_an_older_page_gets_the_kept_one(page):
    page(get())

    answer = page(get(HTTP_IF_NONE_MATCH='W/"older-0"'))

    assert (answer.status_code, answer.content) == (200, b"drawn 1")


def test_a_public_act_ends_every_kept_page(page):
    tag = page(get()).headers["ETag"]

    client().incr(pagecache.VERSION)
    answer = page(get(HTTP_IF_NONE_MATCH=tag))

    assert (answer.status_code, answer.content) == (200, b"drawn 2")
    assert page(get()).content == b"drawn 2"


def test_somebody_with_a_session_is_never_given_a_kept_page(page, settings):
    page(get())
    request = get()
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"

    assert page(request).content == b"drawn 2"
