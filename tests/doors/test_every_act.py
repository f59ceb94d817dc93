"""Every act of every address: without a token, by others than those who may, and with what no form of ours would send."""

from contextlib import contextmanager

import pytest
from django.db import transaction

from tests import cast
from tests.doors.acts import ACTS, ELSEWHERE
from tests.doors.acts.act import Pick, Tick
from tests.doors.addresses import addresses
from tests.doors.answers import asks_to_sign_in, explains, reason_of, said
from tests.doors.changes import changed, digest
from tests.doors.table import TABLE
from tests.doors.world import ROLES

pytestmark = pytest.mark.django_db
HOUSES = sorted({address.house for address in addresses() if address.name in ACTS})
LONG = "x" * 200_000
NONSENSE = ("abc\x00", "9999999999999999999", "²", "-1", "\ud7ff'\"><", "[]")


@pytest.fixture(autouse=True)
def _no_limits(settings):
    settings.FOLKMOOT_LIMITS_OFF = True


def acts_of(house):
    return [
        (address.name, ACTS[address.name]) for address in addresses() if address.house == house and address.name in ACTS
    ]


class Knocker:
    """Does one act as anybody, and takes it back."""

    def __init__(self, world, name, act):
        self.world, self.name, self.act, self.door = world, name, act, TABLE[name]
        self.url = self.door.url(world, name)
        self.json = name.startswith("api:")

    def browser(self, role, **options):
        user = self.world.who(role, self.world.place(self.door.place))
        return cast.client_as(user, raise_request_exception=False, **options)

    def send(self, browser, data):
        if self.json:
            return getattr(browser, self.act.method)(self.url, data, content_type="application/json")
        return browser.post(self.url, data)

    def data(self, **changes):
        return {**self.act.data(self.world), **changes}


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_address_that_takes_an_act_is_in_the_table(world):
    missing = []
    for address in addresses():
        if address.name in ACTS or address.name.startswith(ELSEWHERE) or address.route.startswith("/admin/"):
            continue
        response = cast.client_as(world.people["administrator"], raise_request_exception=False).generic(
            "PURGE", TABLE[address.name].url(world, address.name)
        )
        taken = set(response.headers.get("Allow", "GET").split(", ")) - {"GET", "HEAD", "OPTIONS"}
        if taken or response.status_code not in (405, 401, 403):
            missing.append(f"{address.name} {response.status_code} takes {taken}")

    assert missing == []


@pytest.mark.parametrize("house", HOUSES)
def test_each_act_works_for_those_who_may(world, house):
    faults = []
    for name, act in acts_of(house):
        knock = Knocker(world, name, act)
        browser, before = knock.browser(act.by), digest()
        with undone():
            response = knock.send(browser, knock.data())
            left = changed(before, digest())
        if response.status_code >= 400 or (act.changes and not left):
            faults.append(f"{name} by {act.by}: {said(response)}, changed {left}; {complaints(response)}")

    assert not faults, "\n" + "\n".join(faults)


def complaints(response):
    """What a form or a refusal says, for the message of a failed test."""
    import re

    if response.status_code < 400:
        return ""
    text = response.content.decode()
    return explains(response) and re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))[-600:]


@pytest.mark.parametrize("house", HOUSES)
def test_no_act_is_done_without_a_token(world, house):
    faults = []
    for name, act in acts_of(house):
        if act.token:
            knock = Knocker(world, name, act)
            browser = knock.browser(act.by, enforce_csrf_checks=True)
            faults += refused(knock, browser, knock.data(), {403}, "without a token")

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("house", HOUSES)
def test_no_act_is_done_by_anybody_else(world, house):
    faults = []
    for name, act in acts_of(house):
        knock = Knocker(world, name, act)
        for role in ROLES:
            if role not in act.may:
                faults += refused(knock, knock.browser(role), knock.data(), {401, 403, 404}, f"by {role}")

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("house", HOUSES)
def test_what_is_too_long_or_no_text_is_refused_and_changes_nothing(world, house):
    faults = []
    for name, act in acts_of(house):
        knock = Knocker(world, name, act)
        browser, data = knock.browser(act.by), knock.data()
        for field, value in data.items():
            if not isinstance(value, str) or isinstance(value, Tick) or field in act.ignores:
                continue
            # A NUL behind a date or a number is not kept; in a text it would be.
            nul = "\x00" if isinstance(value, Pick) else f"{value}\x00"
            for what, sent in (("too long", LONG), ("with NUL", nul)):
                faults += refused(knock, browser, data | {field: sent}, {400, 404, 422}, f"{field} {what}")

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("house", HOUSES)
def test_what_is_not_on_offer_is_refused_and_changes_nothing(world, house):
    faults = []
    for name, act in acts_of(house):
        knock = Knocker(world, name, act)
        browser, data = knock.browser(act.by), knock.data()
        for field, value in data.items():
            for sent in NONSENSE if isinstance(value, Pick) and field not in act.ignores else ():
                faults += refused(knock, browser, data | {field: sent}, {400, 404, 422}, f"{field}={sent!r}")

    assert not faults, "\n" + "\n".join(faults)


def refused(knock, browser, data, expected, how):
    """What is wrong, if anything: another status than expected, no word, or something in the database that was not there before."""
    before = digest()
    with undone():
        response = knock.send(browser, data)
        left = changed(before, digest())
    if left:
        return [f"{knock.name} {how}: {said(response)} and changed {left}"]
    if asks_to_sign_in(response) and 403 in expected:
        return []
    if response.status_code not in expected:
        return [f"{knock.name} {how}: {said(response)}"]
    if response.status_code == 403 and not reason_of(response) and "without a token" not in how:
        return [f"{knock.name} {how}: 403 without a reason"]
    return [] if response.content else [f"{knock.name} {how}: {response.status_code} without a word"]
