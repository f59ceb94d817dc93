"""What people say in a forum, and in which order it is read."""

from datetime import timedelta

import pytest

from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused
from forums import voices
from forums.actions import close_thread, edit_post, import_posts, pin_post, reply, thread_about
from forums.actions.imports import ImportedPost
from forums.models import Post, PostVersion, Thread
from forums.paths import DEEPEST, STEP, path_below
from forums.queries import best_posts, thread_page
from forums.states import Stance, Voice
from ledger.models import Entry
from tests.cast import person
from tests.scenes import forums as scene

KNOWN = dict(voices._known)


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada])


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


def test_ways_sort_as_a_thread_is_read():
    first, second = path_below("", 1), path_below("", 40)
    answer, later = path_below(first, 41), path_below(first, 99)

    assert sorted([second, later, answer, first]) == [first, answer, later, second]


def test_a_way_never_outgrows_its_column():
    path = ""
    for number in range(1, 60):
        path = path_below(path, number)

    assert len(path) == DEEPEST * STEP


def test_a_reply_stands_below_what_it_answers_and_is_counted(thread, ada, ben):
    one = reply(actor=ada, thread=thread, body="Longer visits.", stance=Stance.FOR)
    two = reply(actor=ben, thread=thread, body="Who pays?", stance=Stance.AGAINST)
    answer = reply(actor=ben, thread=thread, body="I agree.", parent=one)

    assert [p.pk for p in thread_page(thread).posts] == [one.pk, answer.pk, two.pk]
    thread.refresh_from_db()
    assert (thread.post_count, thread.for_count, thread.against_count) == (3, 1, 1)
    entry = Entry.objects.get(event="forums.PostPublished", subject_id=answer.pk)
    assert (entry.data["parent_id"], entry.role) == (one.pk, "citizen")
    assert "I agree" not in str(entry.data)


@pytest.mark.parametrize("others", [1, 60])
def test_a_long_thread_costs_as_much_as_a_short_one(thread, ada, others, django_assert_num_queries):
    scene.posts(thread, others, by=ada)

    with django_assert_num_queries(1):
        page = thread_page(thread)
        assert next((p.author.name, p.parent) for p in page.posts) == ("Ada Obi", None)
    assert len(page.posts) == min(others, 10)


def test_the_best_of_each_side_are_the_most_useful_shown_openers(thread, ada, django_assert_num_queries):
    made = scene.posts(thread, 5, by=ada, stance=Stance.FOR)
    scene.posts(thread, 1, by=ada, stance=Stance.AGAINST)
    scene.posts(thread, 1, by=ada, stance=Stance.FOR, parent=made[0])
    Post.objects.filter(pk=made[4].pk).update(useful=9)
    Post.objects.filter(pk=made[0].pk).update(hidden_at=now(), hidden_because="Advertising")

    with django_assert_num_queries(1):
        best = best_posts(thread)

    assert [p.pk for p in best.in_favour] == [made[4].pk, made[1].pk, made[2].pk]
    assert len(best.against) == 1


def test_a_post_is_put_right_within_a_quarter_of_an_hour(thread, ada):
    post = reply(actor=ada, thread=thread, body="Tirty minutes")

    edit_post(actor=ada, post=post, body="Thirty minutes")

    post.refresh_from_db()
    assert (post.body_html, post.version) == ("<p>Thirty minutes</p>\n", 2)
    assert list(PostVersion.objects.values_list("version", "body")) == [(1, "Tirty minutes")]
    with clock.at(now() + timedelta(minutes=16)), pytest.raises(Refused, match="15 minutes"):
        edit_post(actor=ada, post=post, body="Forty minutes")


def test_two_edits_at_once_make_one(thread, ada):
    post = reply(actor=ada, thread=thread, body="First")
    same = Post.objects.select_related("thread__forum", "thread__activity").get(pk=post.pk)
    edit_post(actor=ada, post=post, body="Second")

    with pytest.raises(StateConflict):
        edit_post(actor=ada, post=same, body="Third")


def test_a_closed_thread_takes_no_more_and_says_what_came_of_it(thread, ada, ben, facilitator):
    stale = Thread.objects.for_page().get(pk=thread.pk)

    close_thread(actor=facilitator, thread=thread, conclusions="We ask for **30 minutes**.")

    assert thread.conclusions_html == "<p>We ask for <strong>30 minutes</strong>.</p>\n"
    with pytest.raises(Refused, match="closed"):
        reply(actor=ben, thread=thread, body="Wait")
    with pytest.raises(StateConflict):
        reply(actor=ben, thread=stale, body="Wait")


def test_a_voice_is_labelled_by_the_role_in_force(thread, ada, facilitator, clerk):
    voices = [reply(actor=user, thread=thread, body="Hello").voice for user in (ada, facilitator, clerk)]

    assert voices == [Voice.CITIZEN, Voice.FACILITATOR, Voice.OFFICER]


def test_a_reply_cannot_answer_what_stands_elsewhere(forum, thread, ada):
    elsewhere = reply(actor=ada, thread=scene.thread(forum, by=ada, title="Another"), body="There")

    with pytest.raises(Refused, match="no longer there"):
        reply(actor=ada, thread=thread, body="Here", parent=elsewhere)


def test_a_record_has_one_thread_for_ever(forum):
    first = thread_about(record=forum, forum=forum, title="About the forum")
    again = thread_about(record=forum, forum=forum, title="About the forum")

    assert first.pk == again.pk


def test_a_facilitator_pins_a_post_and_others_do_not(thread, ada, facilitator):
    post = reply(actor=ada, thread=thread, body="Look here")

    pin_post(actor=facilitator, post=post)

    assert Post.objects.get(pk=post.pk).pinned
    with pytest.raises(Refused, match="facilitator"):
        pin_post(actor=ada, post=post, pinned=False)


def test_an_import_run_twice_leaves_the_same_thread(thread):
    rows = [
        ImportedPost(thread.pk, "decidim", "1", "<p>One</p><script>x</script>", "Ana", now(), stance="for", useful=4),
        ImportedPost(thread.pk, "decidim", "2", "<p>Two</p>", "Berta", now(), parent_source_id="1"),
    ]

    made = [import_posts(posts=rows), import_posts(posts=rows)]
    thread.refresh_from_db()

    assert made == [2, 0]
    assert [(p.author_label, p.depth) for p in thread_page(thread).posts] == [("Ana", 0), ("Berta", 1)]
    assert (thread.post_count, thread.for_count) == (2, 1)
    assert "script" not in thread_page(thread).posts[0].body_html


def test_a_floor_above_tells_whom_it_knows_by_another_role(thread, ada, esi):
    voices.register(Voice.COUNCILLOR, lambda user: user == esi)
    try:
        labels = [reply(actor=user, thread=thread, body="Hello").voice for user in (esi, ada)]
    finally:
        voices._known.clear()
        voices._known.update(KNOWN)

    assert labels == [Voice.COUNCILLOR, Voice.CITIZEN]
