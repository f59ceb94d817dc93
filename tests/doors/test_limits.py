"""Every act has a limit on how often one person may do it. Beyond it: 429, when to come again, the reason, and nothing done."""

import pytest
from django.urls import reverse

from core.redis import client
from tests import cast
from tests.doors.acts import ACTS
from tests.doors.answers import reason_of, said
from tests.doors.changes import changed, digest
from tests.doors.test_every_act import Knocker, undone

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", sorted(ACTS))
def test_whoever_does_it_too_often_is_told_when_to_come_again(world, name, settings):
    settings.FOLKMOOT_LIMITS_OFF = False
    knock = Knocker(world, name, ACTS[name])
    browser = knock.browser(ACTS[name].by)
    with undone():
        knock.send(browser, knock.data())
    counted = client().keys("limit:*")
    for key in counted:
        client().set(key, 1_000_000, ex=600)

    browser = knock.browser(ACTS[name].by)  # the act may have signed them out

    with undone():
        before = digest()
        response = knock.send(browser, knock.data())
        left = changed(before, digest())

    assert counted, "doing it is not counted at all"
    assert any(key.split(b":")[-1].startswith(b"a") for key in counted), "it is not counted by address"
    assert response.status_code == 429, said(response)
    assert 0 < int(response.headers["Retry-After"]) <= 600
    assert "Try again in 10 minutes." in reason_of(response)
    assert left == []


def test_one_person_s_haste_is_not_another_s(world):
    reference = world.one.fresh.reference
    hasty, calm = (cast.client_as(world.people[role]) for role in ("verified", "neighbour"))
    url = reverse("proposals:support", args=[reference])
    hasty.post(url)
    for key in client().keys("limit:*:u*"):
        client().set(key, 1_000_000, ex=600)

    assert hasty.post(url).status_code == 429
    assert calm.post(url).status_code == 303


@pytest.mark.parametrize("path", ["/proposals/{}/support/", "/api/v1/proposals/{}/support/"])
def test_one_address_has_a_limit_however_many_sign_in_there(world, path):
    url = path.format(world.one.fresh.reference)
    cast.client_as(world.people["verified"]).post(url)
    for key in client().keys("limit:*:a*"):
        client().set(key, 1_000_000, ex=600)

    answer = cast.client_as(world.people["neighbour"]).post(url)
    elsewhere = cast.client_as(world.people["neighbour"], REMOTE_ADDR="203.0.113.9").post(url)

    assert answer.status_code == 429
    assert elsewhere.status_code in (200, 303)


def test_no_address_is_kept_and_no_count_for_longer_than_a_day(world):
    url = reverse("proposals:support", args=[world.one.fresh.reference])

    cast.client_as(world.people["verified"], REMOTE_ADDR="203.0.113.9").post(url)

    ours = [key.decode() for key in client().keys("limit:support*")]
    assert sorted(key.split(":")[-1][0] for key in ours) == ["a", "u"]
    assert [key for key in ours if "203.0.113.9" in key] == []
    assert all(0 < client().ttl(key) <= 86_400 for key in ours)


def test_nobody_s_mailbox_is_flooded_with_codes(world, mailoutbox):
    """allauth's own limit, by account: whoever asks, the fourth code in a minute is not sent."""
    address = world.people["verified"].email

    for _ in range(6):
        cast.client_as(None).post(reverse("account_request_login_code"), {"email": address})

    assert [mail.to for mail in mailoutbox] == [[address]] * 3


def test_signing_up_has_a_limit_by_address(world):
    answers = [
        cast.client_as(None).post(reverse("account_signup"), {"email": f"new{n}@example.org"}) for n in range(21)
    ]

    assert answers[-1].status_code == 429
    assert answers[-1].headers["Retry-After"] == "60"
    assert reason_of(answers[-1])
