"""Requests that no page of ours makes: odd addresses, odd questions, odd bodies. The answer is a plain 4xx, or the page as if nothing odd were there."""

import json
import re

import pytest
from django.urls import reverse

from tests import cast
from tests.doors.acts import ACTS
from tests.doors.addresses import addresses
from tests.doors.answers import ENTRAILS, said
from tests.doors.changes import changed, digest
from tests.doors.table import TABLE
from tests.doors.test_every_act import Knocker, undone

pytestmark = pytest.mark.django_db

# Every word that a page of ours looks for behind the question mark, and some that it does not.
ASKED = (
    *(
        "after",
        "before",
        "q",
        "kind",
        "state",
        "forum",
        "area",
        "topic",
        "type",
        "origin",
        "order",
        "group",
        "language",
    ),
    *("activity", "title", "rule", "start", "postcode", "parent", "next", "page", "cursor", "format", "lang", "p", "o"),
)
ODD = (
    "\x00",
    "abc",
    "9" * 30,
    "²",
    "-1",
    "x" * 3000,
    "'; DROP TABLE proposals_proposal; --",
    "../../etc/passwd",
    "[]",
    "\udcff",
    "WyJhIl0",
)
ODD_KEYS = ("0", "9999999999999999999", "99999999999999999999999999")
ODD_NAMES = ("x" * 3000, "nothing-here", "%00", "a'b", "..%2f..%2fetc", "%F0%9F%92%A9")
VALUES = ([], {}, None, True, 1.5, [[["x"]]], {"a": {"b": 1}}, "\ud800", "\u202e", -1, 10**30)


@pytest.fixture(autouse=True)
def _no_limits(settings):
    settings.FOLKMOOT_LIMITS_OFF = True


def pages():
    return [
        address for address in addresses() if not address.route.startswith("/admin/") and not TABLE[address.name].post
    ]


@pytest.fixture
def asker(world):
    return cast.client_as(world.people["clerk"], raise_request_exception=False)


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_no_odd_question_is_a_fault_of_ours(world, asker, value):
    before, faults = digest(), []
    for address in pages():
        url = TABLE[address.name].url(world, address.name).partition("?")[0]
        response = asker.get(url, dict.fromkeys(ASKED, value.encode("utf-8", "surrogateescape")))
        if response.status_code >= 500:
            faults.append(f"{address.name}: {said(response)}")

    assert not faults, "\n" + "\n".join(faults)
    assert changed(before, digest()) == []


def test_each_odd_question_alone_is_no_fault_either(world, asker):
    """Together one bad value may hide another; the lists with filters are asked one by one."""
    faults = []
    for name in (
        "proposals:list",
        "forums:list",
        "outputs:list",
        "search:search",
        "clocks:index",
        "ledger:record",
        "api:proposals",
        "api:forums",
        "api:search",
        "api:areas",
    ):
        for word in ASKED:
            for value in ODD:
                response = asker.get(reverse(name), {word: value.encode("utf-8", "surrogateescape")})
                if response.status_code >= 500:
                    faults.append(f"{name}?{word}={value!r}: {said(response)}")

    assert not faults, "\n" + "\n".join(faults)


def test_what_is_not_there_is_a_404_by_every_method(world, asker):
    faults = []
    for address in addresses():
        if not address.parameters or address.route.startswith(("/admin/", "/accounts/")):
            continue
        for url in odd_addresses(address):
            for send in (asker.get, asker.post):
                response = send(url)
                if response.status_code not in (404, 405, 302, 400, 401, 403, 415):
                    faults.append(f"{address.name} {url[:60]}: {said(response)}")

    assert not faults, "\n" + "\n".join(faults)


def odd_addresses(address):
    """The address with one odd thing in place of every parameter."""
    named = "<str:" in address.route or "<slug:" in address.route
    for value in ODD_NAMES if named else ODD_KEYS:
        whole = re.sub(r"<(str|slug):\w+>", lambda _found, value=value: value, address.route)
        yield re.sub(r"<int:\w+>", ODD_KEYS[1] if named else value, whole)


@pytest.mark.parametrize("name", sorted(name for name in ACTS if name.startswith("api:")))
def test_no_odd_value_in_a_body_is_a_fault_of_ours(world, name):
    knock = Knocker(world, name, ACTS[name])
    browser, data, faults = knock.browser(ACTS[name].by), knock.data(), []
    for field in data:
        for value in VALUES:
            with undone():
                response = browser.generic(
                    ACTS[name].method.upper(),
                    knock.url,
                    json.dumps(data | {field: value}),
                    content_type="application/json",
                )
            if response.status_code >= 500 or ENTRAILS.search(response.content.decode()):
                faults.append(f"{field}={value!r}: {said(response)}")

    assert not faults, "\n" + "\n".join(faults)


NO_OBJECTS = (
    b"[]",
    b"1",
    b'"text"',
    b"null",
    b"{",
    b'{"a":',
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"\xff\xfe",
    b'{"a": NaN}',
)


@pytest.mark.parametrize("name", sorted(name for name in ACTS if name.startswith("api:")))
def test_a_body_that_is_no_object_is_refused(world, name):
    act = ACTS[name]
    knock = Knocker(world, name, act)
    browser, faults = knock.browser(act.by), []
    for body in NO_OBJECTS:
        before = digest()
        with undone():
            response = browser.generic(act.method.upper(), knock.url, body, content_type="application/json")
            left = changed(before, digest())
        if response.status_code >= 500 or (knock.data() and left):
            faults.append(f"{body[:20]!r}: {said(response)} {left}")

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("name", sorted(name for name in ACTS if name.startswith("api:")))
def test_no_body_says_what_an_empty_object_says(world, name):
    """It is an act where every field may be left out, and refused where one may not."""
    act = ACTS[name]
    knock = Knocker(world, name, act)
    browser, answers = knock.browser(act.by), []
    for body in (b"", b"{}", b'{"no such field": 1e400}'):
        with undone():
            response = browser.generic(act.method.upper(), knock.url, body, content_type="application/json")
            answers.append(response.status_code)

    assert answers[0] < 500
    assert set(answers) == {answers[0]}


def test_a_form_is_no_api_request_and_a_script_no_form(world):
    browser = cast.client_as(world.people["verified"], raise_request_exception=False)
    reference = world.one.fresh.reference

    assert browser.post(f"/api/v1/proposals/{reference}/withdraw/", {"reason": "x" * 20}).status_code == 415
    assert browser.post(f"/proposals/{reference}/withdraw/", b"{}", content_type="application/json").status_code == 403
    assert browser.post(
        "/me/profile/", b"--x\r\nbroken", content_type="multipart/form-data; boundary=x"
    ).status_code in (400, 422)
    assert browser.post("/me/profile/", b"", content_type="multipart/form-data").status_code in (400, 422)


def test_a_form_with_endless_fields_or_bytes_is_refused(world):
    browser = cast.client_as(world.people["verified"], raise_request_exception=False)
    many = "&".join(f"field{number}=1" for number in range(1_500))
    form = "application/x-www-form-urlencoded"

    assert browser.post("/me/profile/", many, content_type=form).status_code == 400
    assert browser.post("/me/profile/", b"name=" + b"x" * 13_000_000, content_type=form).status_code in (400, 413)
