"""The facilitator's desk by keyboard alone, with and without scripts; axe is silent on every page on the way."""

from datetime import datetime

import pytest

from core.verdicts import yes
from forums.actions import reply
from forums.models import Post, Thread
from moderation.actions import flag, take
from moderation.models import Decision, Lock
from tests.cast import person
from tests.journeys.looking import Looker
from tests.journeys.test_keyboard import CALM, go
from tests.journeys.world import beginning
from tests.scenes import forums as scene
from tests.scenes.moderation import attack

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def desk():
    """A facilitator with three reported posts in one conversation."""
    with beginning(datetime(2026, 9, 7, 10)):
        facilitator, reporter = person("Fay Lund", level=3).user, person("Ada Obi", level=3).user
        forum = scene.forum(facilitator=facilitator, members=[reporter])
        for number in range(3):
            thread = scene.thread(forum, by=reporter, title=f"Conversation {number}")
            post = reply(actor=person(f"Ben {number}").user, thread=thread, body=f"You are all idiots, {number}.")
            flag(actor=reporter, subject=Post.objects.get(pk=post.pk), reason=attack(), host_key=f"forum:{forum.pk}")
        yield facilitator


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_facilitator_works_through_the_queue_by_keyboard_in_two_presses_each(visit, desk, java_script):
    looker = Looker()
    fay = visit("Fay", java_script=java_script, arrived=looker if java_script else None, **CALM).be(desk)
    outcomes = {"Hide": "hide", "Keep": "keep", "Ask to rephrase": "rephrase"}

    for words in outcomes:
        page = fay.open("/desk/facilitator/").page
        go(page, words)
        go(page, "Decide")

    assert list(Decision.objects.order_by("id").values_list("outcome", flat=True)) == list(outcomes.values())
    assert looker.faults == []


def test_what_another_has_is_taken_over_and_a_conversation_is_pinned_by_keyboard(visit, desk):
    looker = Looker()
    other = person("Dov Katz", level=3, roles=("moderator",)).user
    post = Post.objects.select_related("thread__forum", "author").order_by("id").first()
    take(actor=other, subject=post, verdict=yes())
    fay = visit("Fay", arrived=looker, **CALM).be(desk)

    page = fay.open("/desk/facilitator/").page
    assert "Dov Katz has this since" in page.locator("main").inner_text()
    go(page, "Take over")
    assert Lock.objects.get().by == desk
    go(fay.open("/desk/facilitator/").page, "Pin")

    assert Thread.objects.filter(pinned=True).count() == 1
    assert looker.faults == []
