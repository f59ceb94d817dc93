"""A desk shows what whoever sits at it may do, and no link from it leads to a refusal."""

import re

import pytest

from committees.actions.agendas import place_on_agenda
from portal.queries.desks import desk_page, desks_of
from tests.cast import client_as
from tests.scenes import committees

pytestmark = pytest.mark.django_db


def shown(user, role):
    return desk_page(next(desk for desk in desks_of(user) if desk.role == role), user)


def acts(user, role, kind=""):
    rows = shown(user, role).rows
    return [str(act.words) for row in rows if kind in ("", row.entry.kind) for act in row.entry.acts]


def test_only_the_chair_is_asked_to_decide_what_becomes_of_a_referral():
    story = committees.acknowledged()
    member = story.seat("Ravi").person.user

    assert acts(story.chair, "councillor") == ["Decide what becomes of it"]
    assert acts(member, "councillor") == []


def test_what_a_desk_links_is_not_refused_to_whoever_sits_there(scrutiny_officer):
    story = committees.accepted()
    committees.meeting(story, day=130)

    for user in (story.clerk, scrutiny_officer):
        browser = client_as(user)
        text = browser.get("/desk/clerk/").content.decode().split("<main", 1)[1].split("</main", 1)[0]
        links = set(re.findall(r'href="(/[^"#]*)"', text))
        assert dict.fromkeys(links, 200) == {path: browser.get(path).status_code for path in links}


def test_an_agenda_is_published_by_the_clerk_once_something_stands_on_it(scrutiny_officer):
    story = committees.accepted()
    bare = committees.meeting(story, day=130)

    before = acts(story.clerk, "clerk", "agenda")
    place_on_agenda(actor=story.clerk, meeting=bare, title="Buses at night")
    after = acts(story.clerk, "clerk", "agenda")

    assert (before, after) == (["Put something on the agenda"], ["Publish the agenda"])
    assert acts(scrutiny_officer, "clerk", "agenda") == []
