"""How a long conversation is read: orders, columns, what folds, the best first, permanent addresses, what is new."""

import re

import pytest

from core import now
from forums.actions import delete_post, mark_read, reply, vote_on_post
from forums.models import Post, ReadingPosition
from forums.queries import Wanted, beginning_of, opening_of, thread_page, wanted_of
from forums.states import Sort, Stance
from tests.cast import client_as, person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def thread(ada, facilitator):
    return scene.thread(scene.forum(facilitator=facilitator, members=[ada]), by=ada)


def openers(thread, **wanted):
    return [post.pk for post in thread_page(thread, Wanted(**wanted)).posts if post.depth == 0]


def anchors(page):
    return [int(pk) for pk in re.findall(r'id="post-(\d+)"', page)]


def test_each_order_is_the_databases(thread, ada, ben, cleo):
    one, two, three = scene.posts(thread, 3, by=ada)
    reply(actor=ben, thread=thread, body="Yes", parent=two)
    for user in (ben, cleo):
        vote_on_post(actor=user, post=three, value=1)
    vote_on_post(actor=ben, post=one, value=-1)

    found = {sort: openers(thread, sort=sort) for sort in Sort}

    assert found == {
        "oldest": [one.pk, two.pk, three.pk],
        "newest": [three.pk, two.pk, one.pk],
        "best": [three.pk, two.pk, one.pk],
        "discussed": [two.pk, three.pk, one.pk],
    }


@pytest.mark.parametrize("sort", Sort.values)
def test_pages_of_every_order_meet_and_never_overlap(thread, ada, sort):
    made = scene.posts(thread, 25, by=ada)
    pages, after = [], ""
    for _number in range(3):
        page = thread_page(thread, Wanted(sort=sort, after=after))
        pages.append([post.pk for post in page.posts])
        after = page.next_cursor

    back = thread_page(thread, Wanted(sort=sort, before=page.previous_cursor))

    assert [len(one) for one in pages] == [10, 10, 5]
    assert sorted(pk for one in pages for pk in one) == [post.pk for post in made]
    assert [post.pk for post in back.posts] == pages[1]
    assert after == ""


def test_answers_come_with_their_opener_and_the_rest_folds(thread, ada, django_assert_num_queries):
    opener, other = scene.posts(thread, 2, by=ada)
    answers = scene.posts(thread, 5, by=ada, parent=opener)

    with django_assert_num_queries(2):
        page = thread_page(thread)
    shown = client_as().get(f"/forums/threads/{thread.pk}/").text
    all_of_it = client_as().get(f"/forums/threads/{thread.pk}/?under={opener.pk}").text

    assert [post.pk for post in page.posts] == [opener.pk, *(one.pk for one in answers[:2]), other.pk]
    assert f'<a href="/forums/threads/{thread.pk}/?under={opener.pk}">See all 5 replies</a>' in shown
    assert anchors(all_of_it) == [opener.pk, *(one.pk for one in answers)]
    assert client_as().get(f"/forums/threads/{thread.pk}/?under={answers[0].pk}").status_code == 404


def test_sides_stand_beside_each_other_with_totals(thread, ada, ben):
    good = scene.posts(thread, 2, by=ada, stance=Stance.FOR)
    bad = scene.posts(thread, 1, by=ada, stance=Stance.AGAINST)
    scene.posts(thread, 1, by=ada)
    vote_on_post(actor=ben, post=good[1], value=1)

    page = client_as().get(f"/forums/threads/{thread.pk}/?view=columns").text

    assert "2 for, 1 against, 1 neither" in page
    sides = page[page.index('class="sides"') :]
    order = [sides.index(f'href="/forums/posts/{post.pk}/"') for post in (good[1], good[0], bad[0])]
    assert order == sorted(order)
    assert "?sort=best&amp;stance=against" in sides or "?sort=best&stance=against" in sides


def test_one_side_alone_with_its_answers(thread, ada):
    good = scene.posts(thread, 1, by=ada, stance=Stance.FOR)[0]
    answer = reply(actor=ada, thread=thread, body="But", parent=good, stance=Stance.AGAINST)
    scene.posts(thread, 1, by=ada, stance=Stance.AGAINST)

    page = thread_page(thread, Wanted(stance="for"))

    assert [post.pk for post in page.posts] == [good.pk, answer.pk]


def test_the_best_of_a_short_conversation_are_not_said_twice(thread, ada):
    made = scene.posts(thread, 4, by=ada, stance=Stance.FOR)

    page = client_as().get(f"/forums/threads/{thread.pk}/").text

    assert page.count('<article class="post"') == 4
    assert beginning_of(thread)[1].both == []
    assert opening_of(thread)[1].both == []
    assert len(made) == 4


def test_the_best_three_of_each_side_come_first_in_a_long_one_and_once(thread, ada, ben, django_assert_num_queries):
    made = scene.posts(thread, 8, by=ada, stance=Stance.FOR) + scene.posts(thread, 8, by=ada, stance=Stance.AGAINST)
    vote_on_post(actor=ben, post=made[5], value=1)
    thread.refresh_from_db()

    with django_assert_num_queries(1):
        page, best = opening_of(thread)
    shown = client_as().get(f"/forums/threads/{thread.pk}/").text

    assert [post.pk for post in best.in_favour] == [made[number].pk for number in (5, 0, 1)]
    assert [post.pk for post in best.against] == [post.pk for post in made[8:11]]
    assert not {post.pk for post in page.posts} & {post.pk for post in best.both}
    drawn = re.findall(
        r'<time[^>]*>[^<]*</time></a>|href="/forums/posts/(\d+)/"', shown[shown.index('class="sides"') :]
    )
    assert drawn.count(str(made[5].pk)) == 1


def test_a_permanent_address_shows_the_post_where_it_stands_under_every_order(thread, ada, ben):
    opener, later = scene.posts(thread, 2, by=ada)
    first, second, third = scene.posts(thread, 3, by=ben, parent=opener)
    below = reply(actor=ada, thread=thread, body="Below", parent=second)
    before = client_as().get(f"/forums/posts/{second.pk}/").text

    vote_on_post(actor=ada, post=third, value=1)
    after = client_as().get(f"/forums/posts/{second.pk}/?sort=best").text

    assert anchors(before) == anchors(after) == [opener.pk, second.pk, below.pk]
    assert before.index("Said before it") < before.index(f"/forums/posts/{first.pk}/") < before.index("What it answers")
    assert before.index("Said after it") < before.index(f"/forums/posts/{third.pk}/")
    assert f"/forums/posts/{later.pk}/" not in before
    assert client_as().get("/forums/posts/999999/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("who", "queries"), [("finn", 4), ("ben", 12)])
def test_a_permanent_address_costs_the_same_at_one_and_three(
    thread, ada, number, who, queries, request, django_assert_num_queries
):
    opener = scene.posts(thread, number, by=ada)[0]
    answer = scene.posts(thread, number, by=ada, parent=opener)[-1]
    scene.posts(thread, number, by=ada, parent=answer)
    browser = client_as(request.getfixturevalue(who))
    browser.get("/forums/")

    with django_assert_num_queries(queries):
        browser.get(f"/forums/posts/{answer.pk}/")


def test_three_new_come_on_request_with_and_without_scripts(thread, ada, ben):
    known = scene.posts(thread, 2, by=ada)[-1]
    page = client_as().get(f"/forums/threads/{thread.pk}/").text
    fresh = scene.posts(thread, 3, by=ben, parent=known)

    part = client_as().get(f"/forums/threads/{thread.pk}/new/?after={known.pk}", HTTP_HX_REQUEST="true").text
    whole = client_as().get(f"/forums/threads/{thread.pk}/new/?after={known.pk}").text
    none = client_as().get(f"/forums/threads/{thread.pk}/new/?after={fresh[-1].pk}").text

    assert f'hx-get="/forums/threads/{thread.pk}/new/?after={known.pk}"' in page
    assert "hx-trigger" not in page
    assert "3 new posts" in part
    assert "<html" not in part
    assert anchors(part) == anchors(whole) == [post.pk for post in fresh]
    assert part.count("in answer to") == 3
    assert "Nothing new" in none


def test_a_place_is_kept_and_only_moves_forward(thread, ada, ben):
    first, second = scene.posts(thread, 2, by=ada)

    mark_read(actor=ben, thread=thread, upto=second.pk)
    mark_read(actor=ben, thread=thread, upto=first.pk)
    nothing = mark_read(actor=ada, thread=thread, upto=first.pk - 1)

    assert ReadingPosition.objects.get(person=ben.person).post_id == second.pk
    assert nothing is None


def test_whoever_comes_back_finds_their_place(thread, ada, ben):
    browser = client_as(ben)
    first = scene.posts(thread, 1, by=ada)[0]
    kept = browser.post(f"/forums/threads/{thread.pk}/read/", {"upto": first.pk})
    there = browser.get(f"/forums/threads/{thread.pk}/").text
    scene.posts(thread, 1, by=ada)

    again = browser.get(f"/forums/threads/{thread.pk}/").text
    part = browser.post(f"/forums/threads/{thread.pk}/read/", {"upto": first.pk}, HTTP_HX_REQUEST="true").text

    assert kept.status_code == 302
    assert "You were here" not in there
    assert f'<a href="/forums/threads/{thread.pk}/new/?after={first.pk}">See what is new since</a>' in again
    assert "Your place is kept." in part
    assert client_as().post(f"/forums/threads/{thread.pk}/read/", {"upto": first.pk}).status_code == 403


def test_signed_out_pages_are_kept_and_know_no_session(thread, ada, settings):
    settings.FOLKMOOT_PAGE_CACHE_OFF = False
    scene.posts(thread, 2, by=ada)

    page = client_as().get(f"/forums/threads/{thread.pk}/")

    assert page.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "csrfmiddlewaretoken" not in page.text
    assert "Mark as read" not in page.text


def test_an_address_that_makes_no_sense_is_the_first_page():
    assert wanted_of({"sort": "x", "view": "y", "stance": "neutral", "evidence": "z", "under": "-1"}) == Wanted()


def test_a_deleted_post_leaves_its_place_and_keeps_its_answers(thread, ada, ben):
    post = reply(actor=ada, thread=thread, body="I was wrong", stance=Stance.FOR)
    answer = reply(actor=ben, thread=thread, body="Why?", parent=post)

    delete_post(actor=ada, post=post)

    page = client_as().get(f"/forums/threads/{thread.pk}/").text
    assert "I was wrong" not in page
    assert "Deleted by its author." in page
    assert anchors(page) == [post.pk, answer.pk]
    assert Post.objects.get(pk=post.pk).deleted_at <= now()
