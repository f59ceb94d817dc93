"""The facilitator's desk: each of the ten most frequent acts in two presses at most, at a fixed cost."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import now
from core.verdicts import yes
from forums.actions import reply
from forums.models import Post, Thread
from meetings.actions import add_item, schedule
from moderation.actions import flag, take
from moderation.models import Decision, Lock
from proposals.models import Proposal
from tests.cast import client_as, people, person
from tests.scenes import forums as scene, proposals
from tests.scenes.moderation import attack

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator():
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(facilitator, ada):
    return scene.forum(facilitator=facilitator, members=[ada])


def reported(forum, by, text="You are all idiots."):
    speaker = people(1)[0].user
    post = reply(actor=speaker, thread=scene.thread(forum, by=by), body=text)
    flag(actor=by, subject=Post.objects.get(pk=post.pk), reason=attack(), host_key=f"forum:{forum.pk}")
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


class Presses:
    """A browser without scripts that counts what is pressed; a form is sent with what the page filled in."""

    def __init__(self, user):
        self.browser, self.number = client_as(user), 0
        self.page = self.browser.get("/desk/facilitator/")

    @property
    def main(self):
        return self.page.content.decode().split("<main", 1)[1]

    def press(self, words, **typed):
        """Press the first button that begins with these words."""
        for opening, inside in re.findall(r"<form([^>]*)>(.*?)</form>", self.main, re.DOTALL):
            action = "".join(re.findall(r'action="([^"]*)"', opening))
            found = re.search(rf"<button([^>]*)>\s*(?:<[^>]*>)*\s*{re.escape(words)}", inside)
            if found:
                self.number += 1
                self.page = self.browser.post(
                    action or self.at, {**filled(inside), **own(found[1]), **typed}, follow=True
                )
                assert self.page.status_code == 200, self.main
                return self
        raise AssertionError(f"no button {words}")

    def follow(self, words):
        found = re.search(rf'<a href="([^"]*)"[^>]*>{re.escape(words)}', self.main)
        assert found, f"no link {words}"
        self.number += 1
        self.page = self.browser.get(found[1].replace("&amp;", "&"), follow=True)
        assert self.page.status_code == 200
        return self

    @property
    def at(self):
        return self.page.request["PATH_INFO"]


def own(attributes):
    found = dict(re.findall(r'(name|value)="([^"]*)"', attributes))
    return {found["name"]: found["value"]} if "name" in found else {}


def filled(inside):
    from html import unescape

    values = {}
    for tag in re.findall(r"<input[^>]*>", inside):
        got = dict(re.findall(r'(name|value|type)="([^"]*)"', tag))
        if got.get("type") in ("radio", "checkbox") and " checked" not in tag:
            continue
        if "name" in got:
            values[got["name"]] = unescape(got.get("value", "on" if got.get("type") == "checkbox" else ""))
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', inside, re.DOTALL):
        values[name] = unescape(text).strip()
    return values


def test_hide_keep_and_ask_to_rephrase_are_two_presses_with_the_words_filled_in(forum, facilitator, ada):
    for words, outcome in (("Hide", "hide"), ("Keep", "keep"), ("Ask to rephrase", "rephrase")):
        post = reported(forum, ada)

        done = Presses(facilitator).press(words).press("Decide")

        decision = Decision.objects.get(subject_kind="forums.post", subject_id=post.pk)
        assert (decision.outcome, done.number) == (outcome, 2)
        assert outcome == "keep" or "insults" in decision.statement
    assert not Lock.objects.exists()


def test_move_is_two_presses(forum, facilitator, ada):
    post = reported(forum, ada)
    to = scene.thread(forum, by=ada, title="Elsewhere")

    done = Presses(facilitator).press("Move").press("Move it", to=to.pk)

    assert (Post.objects.get(pk=post.pk).thread_id, done.number) == (to.pk, 2)


def test_take_over_is_one_press(forum, facilitator, ada, dov):
    post = reported(forum, ada)
    take(actor=dov, subject=post, verdict=yes())
    desk = Presses(facilitator)
    assert "Dov Katz has this since" in desk.main

    desk.press("Take over")

    assert (Lock.objects.get().by, desk.number) == (facilitator, 1)


def test_pin_reply_and_close_are_two_presses_at_most(forum, facilitator, ada):
    thread = scene.thread(forum, by=ada)

    assert Presses(facilitator).press("Pin").number == 1
    assert Thread.objects.get().pinned
    assert Presses(facilitator).follow("Reply").press("Publish", body="Thank you all.").number == 2
    post = Post.objects.get()
    assert (post.voice, post.thread) == ("facilitator", thread)
    words = "We ask for the 11 to run every eight minutes."
    assert Presses(facilitator).follow("Close").press("Close", conclusions=words).number == 2
    assert Thread.objects.get().state == "closed"


def test_the_remit_is_checked_in_two_presses(facilitator):
    proposal = proposals.proposal()
    scene.appoint_facilitator(actor=scene.clerk(), forum=proposal.forum, person=facilitator.person)

    done = Presses(facilitator).follow("Check whether").press("Publish the finding", outcome="in_remit")

    assert (Proposal.objects.get().checked_at is not None, done.number) == (True, 2)


def test_an_agenda_is_published_in_two_presses(forum, facilitator):
    start = now() + timedelta(days=9)
    gathering = schedule(
        actor=facilitator, host=forum, title="Monthly", starts_at=start, ends_at=start + timedelta(hours=2)
    )
    add_item(actor=facilitator, gathering=gathering, title="The buses")

    done = Presses(facilitator).follow("Publish the agenda").press("Publish the agenda")

    gathering.refresh_from_db()
    assert (gathering.state, done.number) == ("published", 2)


def test_an_empty_desk_says_what_will_stand_there(facilitator, forum):
    main = Presses(facilitator).main

    assert "Nothing waits for you." in main
    for words in ("Reports", "appeals", "proposals to check", "conversations that need a word", "meetings"):
        assert words in main


def test_the_desk_costs_the_same_at_one_and_at_three_rows(forum, facilitator, ada):
    def cost():
        browser = client_as(facilitator)
        browser.get("/desk/facilitator/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get("/desk/facilitator/")
        return len(queries)

    reported(forum, ada)
    one = cost()
    reported(forum, ada, "Two")
    reported(forum, ada, "Three")

    assert cost() == one
