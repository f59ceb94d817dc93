"""A pause holds wherever somebody talks in a place, whatever app the talk hangs on; what a member decides stays open."""

from datetime import timedelta

import pytest

from core import now, today
from core.verdicts import Refused
from forums.actions import reply, submit_reply
from forums.models import Post
from forums.policies import may_ask
from forums.queries import thread_for
from moderation.models import LadderStep, Measure
from tests.scenes import forums as scene, outputs
from tests.scenes.moderation import fresh, settle


def paused(person, forum):
    return Measure.objects.create(
        person=person,
        host_key=f"forum:{forum.pk}",
        step=LadderStep.objects.get(kind="pause", days=7),
        about_kind="forums.post",
        about_id=1,
        since=now(),
        until=today() + timedelta(days=7),
    )


def test_comments_on_an_output_wait_until_the_pause_is_over(ada):
    output = outputs.commented(ada)
    measure = paused(ada.person, output.forum)

    with pytest.raises(Refused, match="paused you"):
        reply(actor=ada, thread=thread_for(output), body="Say who counts the visits.")
    Measure.objects.filter(pk=measure.pk).update(ended_at=now())

    assert reply(actor=ada, thread=thread_for(output), body="Say who counts the visits.")


def test_questions_do_too(forum, facilitator, ada):
    activity = scene.questions_activity(forum, by=facilitator)
    before = may_ask(ada, activity)

    paused(ada.person, forum)

    assert before
    assert "paused you" in str(may_ask(ada, activity).reason)


def test_what_waits_from_before_a_pause_is_not_released_and_the_moderator_reads_why(
    thread, ben, facilitator, everything_waits
):
    held = submit_reply(actor=ben, thread=thread, said={"body": "The bus was late.", "stance": "for"})
    measure = paused(ben.person, thread.forum)

    with pytest.raises(Refused, match="its author would be told: “A moderator paused you"):
        settle(held, facilitator, "keep")
    assert (fresh(held).state, Post.objects.count()) == ("waiting", 0)
    Measure.objects.filter(pk=measure.pk).update(ended_at=now())
    settle(fresh(held), facilitator, "keep")

    assert (fresh(held).state, Post.objects.count()) == ("released", 1)
