"""Facilitators keep a conversation together, and everybody sees how."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from core import clock, now
from core.verdicts import Refused, yes
from forums.actions import edit_post, move_posts, pin_post, reply, slow_thread
from forums.models import Post, PostMove, Thread
from ledger.delivery import deliver_all
from notifications.models import Notice
from search.models import Document
from tests.cast import client_as, person
from tests.scenes import forums as scene
from tests.scenes.moderation import attack, decide


def fresh(record):
    rows = Post.objects.select_related("thread__forum", "thread__activity", "author")
    return (
        rows.get(pk=record.pk)
        if isinstance(record, Post)
        else Thread.objects.select_related("forum", "activity").get(pk=record.pk)
    )


def in_order(thread):
    return list(Post.objects.filter(thread=thread).order_by("path"))


def slowed(thread, by, minutes=10):
    return slow_thread(actor=by, thread=fresh(thread), minutes=minutes, until=now() + timedelta(hours=2))


def test_in_a_slow_conversation_each_person_waits_and_is_told_until_when(thread, ada, ben, facilitator):
    slowed(thread, facilitator)
    first = reply(actor=ben, thread=fresh(thread), body="One")

    with pytest.raises(Refused, match=r"one post per person in 10 minutes. You can post again at \d\d:\d\d"):
        reply(actor=ben, thread=fresh(thread), body="Two")
    reply(actor=ada, thread=fresh(thread), body="Mine")
    edit_post(actor=ben, post=fresh(first), body="One, put right")
    with clock.at(now() + timedelta(minutes=11)):
        reply(actor=ben, thread=fresh(thread), body="Two")
    with clock.at(now() + timedelta(hours=3)):
        reply(actor=ben, thread=fresh(thread), body="Three")
        reply(actor=ben, thread=fresh(thread), body="Four, for the slow time is over")


def test_the_page_says_that_it_is_slow_and_when_one_can_post_again(thread, ben, facilitator):
    assert client_as(ben).post(f"/forums/threads/{thread.pk}/pace/", {"minutes": "10", "hours": "2"}).status_code == 403
    at = f"/forums/threads/{thread.pk}/pace/"
    assert client_as(facilitator).post(at, {"minutes": "-1", "hours": "2"}).status_code == 422
    assert client_as(facilitator).post(at, {"minutes": "10", "hours": "2"}).status_code == 302
    reply(actor=ben, thread=fresh(thread), body="One")

    assert "one post per person in 10 minutes" in client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert "You can post again at" in client_as(ben).get(f"/forums/threads/{thread.pk}/").content.decode()
    client_as(facilitator).post(at, {"minutes": "0", "hours": "2"})
    assert "post per person" not in client_as().get(f"/forums/threads/{thread.pk}/").content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_posts_of_one_person_at_once_leave_one_in_a_slow_conversation():
    facilitator, ben = person("Fay Lund", level=3).user, person("Ben").user
    thread = scene.thread(scene.forum(facilitator=facilitator), by=facilitator)
    slowed(thread, facilitator)
    start = Barrier(4)

    def speak(number):
        try:
            start.wait(20)
            return reply(actor=ben, thread=fresh(thread), body=f"Now {number}")
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(speak, range(4)))

    assert sorted(type(answer).__name__ for answer in answers) == ["Post", "Refused", "Refused", "Refused"]
    assert Post.objects.count() == 1


@pytest.fixture
def branch(thread, ada, ben):
    """A post with an answer and an answer to that, between two others."""
    before = reply(actor=ada, thread=thread, body="Before", stance="for")
    off = reply(actor=ben, thread=thread, body="The football was good", stance="against")
    answer = reply(actor=ada, thread=thread, body="It was", stance="for", parent=off)
    deeper = reply(actor=ben, thread=thread, body="Yes", parent=answer)
    after = reply(actor=ada, thread=thread, body="After")
    return before, off, answer, deeper, after


def test_a_moved_post_takes_its_answers_and_leaves_a_marker_and_both_conversations_count_right(
    thread, forum, branch, ada, ben, facilitator
):
    before, off, answer, deeper, after = branch
    to = scene.thread(forum, by=ada, title="Football")
    first = reply(actor=ada, thread=to, body="Who saw it?")

    move = move_posts(actor=facilitator, post=fresh(off), to=fresh(to), reason="It is about football.")

    deliver_all()
    here, there = in_order(thread), in_order(to)
    assert [post.pk for post in here] == [before.pk, move.marker_id, after.pk]
    assert [(post.pk, post.depth, post.parent_id, post.root_id) for post in there] == [
        (off.pk, 0, None, None),
        (answer.pk, 1, off.pk, off.pk),
        (deeper.pk, 2, answer.pk, off.pk),
        (first.pk, 0, None, None),
    ]
    counts = [(one.post_count, one.for_count, one.against_count) for one in (fresh(thread), fresh(to))]
    assert counts == [(3, 1, 0), (4, 1, 1)]
    assert (move.posts, fresh(off).reply_count) == (3, 2)
    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert f'href="/forums/threads/{to.pk}/"' in page
    assert "It is about football." in page
    assert "football was good" not in page
    assert "football was good" in client_as().get(f"/forums/posts/{off.pk}/", follow=True).content.decode()
    assert Document.objects.get(subject_kind="forums.post", subject_id=deeper.pk).title == "Football"
    assert Notice.objects.filter(user=ben, event="forums.PostsMoved", audience="authors").count() == 1
    below = reply(actor=ada, thread=fresh(to), body="Again", parent=fresh(answer))
    assert [post.pk for post in in_order(to)][2:] == [deeper.pk, below.pk, first.pk]


def test_an_answer_in_the_middle_can_be_moved_and_the_branch_it_left_counts_less(
    thread, forum, branch, ada, facilitator
):
    _before, off, answer, deeper, _after = branch
    to = scene.thread(forum, by=ada, title="Football")

    move = move_posts(actor=facilitator, post=fresh(answer), to=fresh(to), reason="Elsewhere.")

    assert [(post.pk, post.depth) for post in in_order(to)] == [(answer.pk, 0), (deeper.pk, 1)]
    assert fresh(move.marker).parent_id == off.pk
    assert fresh(off).reply_count == 1  # the marker


def test_what_is_moved_stays_in_the_forum_in_an_open_conversation(thread, branch, ada, ben, facilitator):
    elsewhere = scene.thread(scene.forum(members=[ada]), by=ada)
    for to in (elsewhere, thread):
        with pytest.raises(Refused):
            move_posts(actor=facilitator, post=fresh(branch[1]), to=fresh(to), reason="No.")
    with pytest.raises(Refused, match="Only a facilitator"):
        move_posts(actor=ben, post=fresh(branch[0]), to=fresh(elsewhere), reason="No.")

    assert not PostMove.objects.exists()


def test_moving_to_a_new_conversation_in_a_browser_and_over_the_api(thread, branch, facilitator):
    before, off, *_rest = branch
    at = f"/forums/posts/{off.pk}/move/"
    assert client_as(facilitator).get(at).status_code == 200
    assert client_as(facilitator).post(at, {"reason": "Off."}).status_code == 422
    assert client_as(facilitator).post(at, {"reason": "Off.", "title": "Football"}).status_code == 302
    assert fresh(off).thread.title == "Football"

    words = {"reason": "Off.", "to": fresh(off).thread_id}
    moved = client_as(facilitator).post(f"/api/v1/posts/{before.pk}/move/", words, content_type="application/json")
    assert (moved.status_code, moved.json()["posts"]) == (201, 1)


def test_everybody_reads_what_facilitators_did_here(
    thread, forum, branch, ada, facilitator, django_assert_max_num_queries
):
    before, off, _answer, _deeper, after = branch
    slowed(thread, facilitator)
    pin_post(actor=facilitator, post=fresh(before))
    decide(
        actor=facilitator, subject=fresh(after), outcome="hide", reason=attack(), statement="Why.",
        host_key=f"forum:{forum.pk}", verdict=yes(),
    )  # fmt: skip
    move_posts(
        actor=facilitator, post=fresh(off), to=fresh(scene.thread(forum, by=ada, title="Football")), reason="Off."
    )

    with django_assert_max_num_queries(12):
        page = client_as().get(f"/forums/threads/{thread.pk}/log/").content.decode()

    for words in ("moved 3 posts", "A moderator hid", "slowed", "at the top"):
        assert words in page
    assert f"/forums/threads/{thread.pk}/log/" in client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
