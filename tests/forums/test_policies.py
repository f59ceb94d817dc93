"""Who may do what, in which state, and the sentence they read."""

from datetime import timedelta

import pytest

from accounts.models import AgeBand
from core import clock, now
from forums import policies
from forums.actions import close_thread, move_forum, open_activity, reply
from forums.states import ActivityKind, ForumKind
from tests.cast import person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada])


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


WHO = ("ada", "ben", "dov", "facilitator", "clerk", "finn")
TABLE = {  # policy: who is told yes
    "create": {"clerk"},
    "change": {"clerk"},
    "join": {"dov"},
    "leave": {"ada"},
    "see_members": {"ada", "facilitator", "clerk"},
    "appoint": {"clerk"},
    "give_mandate": {"facilitator", "clerk"},
    "open_activity": {"facilitator", "clerk"},
    "start_thread": {"ada", "facilitator", "clerk"},
    "reply": {"ada", "ben", "dov", "facilitator", "clerk"},
    "pin": {"facilitator"},
    "close_thread": {"facilitator"},
    "moderate": {"facilitator", "dov"},
}
ABOUT_THREAD = {"reply", "pin", "close_thread"}


@pytest.mark.parametrize("act", TABLE)
def test_each_act_is_open_to_these_and_the_others_read_why_not(act, forum, thread, request):
    may = getattr(policies, f"may_{act}")
    about = [] if act == "create" else [thread] if act in ABOUT_THREAD else [forum]

    verdicts = {name: may(request.getfixturevalue(name), *about) for name in WHO}

    assert {name for name, verdict in verdicts.items() if verdict} == TABLE[act]
    assert all(str(verdict.reason).endswith((".", "!")) for verdict in verdicts.values() if not verdict)


@pytest.mark.parametrize(
    ("who", "words", "remedy"),
    [
        ("finn", "Sign in", "/accounts/login/"),
        ("ben", "Give your postcode first", "/me/address/"),
        ("cleo", "Give your postcode first", "/me/address/"),
        ("ada", "You are in this forum", ""),
    ],
)
def test_who_cannot_join_is_shown_the_way(who, words, remedy, forum, request):
    verdict = policies.may_join(request.getfixturevalue(who), forum)

    assert words in str(verdict.reason)
    assert verdict.remedy_url == remedy


def test_a_paused_forum_takes_nothing_new_and_a_closed_one_is_read(forum, thread, ada, esi, facilitator, clerk):
    move_forum(actor=clerk, forum=forum, to="paused")
    thread.forum = forum
    asked = [
        policies.may_join(esi, forum),
        policies.may_start_thread(ada, forum),
        policies.may_reply(ada, thread),
        policies.may_open_activity(facilitator, forum),
    ]
    assert ["paused" in str(verdict.reason) for verdict in asked] == [True] * 4

    move_forum(actor=clerk, forum=forum, to="closed")

    assert "closed" in str(policies.may_change(clerk, forum).reason)
    assert "closed" in str(policies.may_reply(ada, thread).reason)


def test_children_take_part_in_youth_forums_only(forum, thread):
    child = person("Kit", level=2, age_band=AgeBand.UNDER_16).user
    youth = scene.forum(kind=ForumKind.YOUTH)

    assert policies.may_join(child, youth)
    assert "youth forums" in str(policies.may_join(child, forum).reason)
    assert "youth forums" in str(policies.may_reply(child, thread).reason)


def test_the_only_facilitator_cannot_walk_away(forum, facilitator):
    assert "only facilitator" in str(policies.may_leave(facilitator, forum).reason)


def test_a_debate_takes_posts_while_it_is_open(forum, facilitator, ada):
    opens, closes = now() - timedelta(days=1), now() + timedelta(days=1)
    debate = open_activity(
        actor=facilitator, forum=forum, kind=ActivityKind.DEBATE, title="Debate", opens_at=opens, closes_at=closes
    )
    thread = scene.thread(forum, by=ada, activity=debate)

    assert policies.may_reply(ada, thread)
    with clock.at(closes + timedelta(seconds=1)):
        assert "until its end at" in str(policies.may_reply(ada, thread).reason)
        assert "over" in str(policies.may_change_activity(facilitator, debate).reason)


def test_only_the_author_puts_a_post_right_and_only_while_it_is_shown(thread, ada, ben, facilitator):
    post = reply(actor=ada, thread=thread, body="Mine")

    assert policies.may_edit_post(ada, post)
    assert "Only its author" in str(policies.may_edit_post(ben, post).reason)
    post.hidden_at = now()
    assert "appeal" in str(policies.may_edit_post(ada, post).reason)
    post.hidden_at = None
    close_thread(actor=facilitator, thread=thread, conclusions="That is that.")
    assert "closed" in str(policies.may_edit_post(ada, post).reason)
