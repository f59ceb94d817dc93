"""An administrator comes to their pages from a desk of their own."""

import re
from datetime import timedelta

import pytest

from accounts.actions import carry_out_retention, report_retention
from accounts.models import User
from core import clock, now
from portal.queries.desks import desk_page, desks_of
from tests.cast import client_as, person

pytestmark = pytest.mark.django_db


def silent():
    User.objects.filter(pk=person("Silent Sam").user_id).update(last_login=now() - timedelta(days=701))


def waiting(user):
    return [row.entry.key for row in desk_page(desks_of(user)[0], user).rows]


def test_an_administrator_finds_every_page_of_theirs_from_their_own_page(administrator):
    browser = client_as(administrator)

    mine = browser.get("/me/").content.decode()
    desk = browser.get("/desk/administrator/").content.decode().split("<main", 1)[1].split("</main", 1)[0]

    assert 'href="/desk/administrator/"' in mine
    links = re.findall(r'href="(/[^"#]*)"', desk)
    assert links == ["/me/roles/", "/me/retention/", "/numbers/", "/me/terms/new/", "/me/register/"]
    assert [browser.get(link).status_code for link in links] == [200] * 5


@pytest.mark.parametrize("who", ["ada", "clerk", "dov", "scrutiny_officer"])
def test_nobody_else_sits_there(who, request):
    assert client_as(request.getfixturevalue(who)).get("/desk/administrator/").status_code in (403, 404)


def test_a_report_lies_on_the_desk_while_it_waits(administrator):
    empty = report_retention()
    nothing = waiting(administrator)
    silent()
    run = report_retention()
    waits = waiting(administrator)
    with clock.at(now() + timedelta(days=8)):
        stale = waiting(administrator)
    shown = client_as(administrator).get("/desk/administrator/").content.decode()
    carry_out_retention(actor=administrator, run=run)

    assert (empty.count, nothing, waits, stale) == (0, [], [str(run.pk)], [])
    assert "A report names 1 case. It goes only when you carry it out." in shown
    assert waiting(administrator) == []


@pytest.mark.parametrize("cases", [1, 3])
def test_the_desk_costs_the_same_however_much_is_due(cases, administrator, django_assert_num_queries):
    for _ in range(cases):
        silent()
    report_retention()
    desk = desks_of(administrator)[0]

    with django_assert_num_queries(2):  # the report, and the requests for forums that wait
        assert desk_page(desk, administrator).total == 1
