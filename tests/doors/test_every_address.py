"""Every address, asked by everybody: deny by default, with the reason; and no answer is ever a fault of ours."""

from collections import defaultdict

import pytest
from django.urls import reverse

from tests import cast
from tests.doors.addresses import addresses
from tests.doors.answers import asks_to_sign_in, explains, said
from tests.doors.changes import changed, digest
from tests.doors.table import TABLE
from tests.doors.world import ROLES

pytestmark = pytest.mark.django_db
HOUSES = sorted({address.house for address in addresses()})


def test_every_address_is_in_the_table_and_the_table_names_no_other():
    assert {address.name for address in addresses()} == set(TABLE)


@pytest.mark.parametrize("house", HOUSES)
def test_everybody_sees_what_the_table_says_and_nothing_else(world, house):
    doors = [(address.name, TABLE[address.name]) for address in addresses() if address.house == house]
    browsers = {pk: cast.client_as(user, raise_request_exception=False) for pk, user in knocking(world, doors).items()}
    before, faults = digest(), defaultdict(list)

    for name, door in doors:
        url = door.url(world, name)
        for role in ROLES:
            user = world.who(role, world.place(door.place))
            response = browsers[user.pk].get(url)
            if fault := wrong(response, door, allowed=role in door.who):
                faults[f"{name} ({url}): {fault}"].append(role)

    assert not faults, "\n" + "\n".join(f"{fault}, to {', '.join(roles)}" for fault, roles in faults.items())
    assert changed(before, digest()) == []


def knocking(world, doors):
    """Everybody who will stand before one of these doors."""
    users = [world.who(role, world.place(door.place)) for _name, door in doors for role in ROLES]
    return {user.pk: user for user in users}


def wrong(response, door, *, allowed):
    """What is wrong with the answer; empty where nothing is."""
    status = response.status_code
    if status >= 500:
        return said(response)
    if "Content-Security-Policy" not in response.headers:
        return "no content policy"
    if allowed and not door.post:
        return "" if status == 200 or status in door.also else f"{said(response)} in place of the page"
    if door.post and (status == 405 or status in door.also):
        return ""
    if asks_to_sign_in(response) or status == 401 or (status == 404 and door.hidden):
        return ""
    if status == 403:
        return "" if explains(response) else "403 without a reason"
    return f"{said(response)} in place of a refusal"


def test_a_language_in_the_path_opens_no_other_doors(world):
    """What stands under /ar-xb/ is the same view behind the same gate."""
    plain, other = reverse("committees:answer", args=["x"]), "/ar-xb/committees/recommendations/x/answer/"

    assert plain == other.removeprefix("/ar-xb")
    assert cast.client_as().get(other).status_code == 404
