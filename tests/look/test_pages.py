"""The page around every page: what it tells whom, and what it never touches."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from core.context import House
from core.verdicts import no

REFUSALS = ["403.html", "403_csrf.html", "404.html", "422.html", "429.html"]


class Untouchable:
    """A session that must not be read."""

    def __getattr__(self, name):
        pytest.fail(f"the session was asked for {name}")


@pytest.fixture
def request_signed_out():
    request = RequestFactory().get("/somewhere/")
    request.session = Untouchable()
    request.user = SimpleLazyObject(lambda: pytest.fail("the user was loaded"))
    return request


@pytest.mark.parametrize("template", REFUSALS)
def test_a_page_for_a_signed_out_visitor_reads_no_session_and_carries_no_token(request_signed_out, template):
    html = render_to_string(template, {}, request=request_signed_out)

    assert "csrf" not in html.lower()
    assert "CSRF_COOKIE" not in request_signed_out.META
    assert html.count("<h1") == 1
    assert '<main class="page" id="main">' in html
    assert 'href="#main"' in html


@pytest.mark.parametrize("template", ["403.html", "429.html"])
def test_a_refusal_gives_its_reason_and_the_way_out(request_signed_out, template):
    verdict = no(
        "Your address is not known yet.", remedy_url="/me/address/", remedy_label="Give your postcode", retry_after=30
    )

    html = render_to_string(template, {"verdict": verdict}, request=request_signed_out)

    assert "Your address is not known yet." in html


def test_the_page_of_a_crash_needs_nothing():
    html = render_to_string("500.html")

    assert "it is ours to mend" in html
    assert 'rel="stylesheet"' in html


def test_the_page_is_written_in_the_direction_of_its_language(request_signed_out):
    with translation.override("ar-xb"):
        html = render_to_string("404.html", {}, request=request_signed_out)

    assert re.search(r'<html lang="ar-xb" dir="rtl">', html)


def test_htmx_runs_nothing_inline_and_shows_refusals(request_signed_out):
    html = render_to_string("404.html", {}, request=request_signed_out)

    assert '"includeIndicatorStyles":false,"allowEval":false' in html
    assert '{"code":"403|409|422|429","swap":true}' in html


def test_the_house_knows_who_has_no_cookie(rf):
    request = rf.get("/")
    request.user = AnonymousUser()

    house = House(request)

    assert (house.signed_in, house.new, house.has_messages) == (False, 0, False)
