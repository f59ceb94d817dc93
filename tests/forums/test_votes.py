"""One vote a person and post, private, changeable, and counted exactly however many press at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connections, transaction

from accounts.actions import merge_persons
from core import personal
from core.verdicts import Refused
from forums.actions import close_thread, delete_post, reply, vote_on_post
from forums.models import Post, PostVote
from forums.policies import may_vote_on_post
from ledger.models import Entry
from tests.cast import client_as, people, person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def thread(ada, facilitator):
    return scene.thread(scene.forum(facilitator=facilitator, members=[ada]), by=ada)


@pytest.fixture
def post(thread, ada):
    return reply(actor=ada, thread=thread, body="Longer visits.")


def figures(post):
    return Post.objects.values_list("ups", "downs", "score").get(pk=post.pk)


def test_a_vote_is_given_changed_and_taken_back(post, ben):
    seen = []
    for value in (1, 1, -1, 0):
        vote_on_post(actor=ben, post=post, value=value)
        seen.append(figures(post))

    assert seen == [(1, 0, 1), (1, 0, 1), (0, 1, -1), (0, 0, 0)]
    assert not PostVote.objects.exists()


def test_imported_likes_stay_the_base_of_the_score(post, ben):
    Post.objects.filter(pk=post.pk).update(useful=40)

    vote_on_post(actor=ben, post=post, value=-1)

    assert figures(post) == (0, 1, 39)


def test_nobody_is_told_who_voted_and_the_record_knows_of_no_vote(post, ben, ada):
    entries = Entry.objects.count()

    vote_on_post(actor=ben, post=post, value=1)

    assert Entry.objects.count() == entries
    assert "Ben" not in client_as(ada).get(f"/forums/posts/{post.pk}/").text


def test_the_database_keeps_one_vote_of_one_worth(post, ben):
    vote_on_post(actor=ben, post=post, value=1)

    for value in (1, 2):
        with pytest.raises(IntegrityError), transaction.atomic():
            PostVote.objects.create(post=post, person=ben.person if value == 1 else person("Eve"), value=value)


@pytest.mark.parametrize(
    ("who", "state", "reason"),
    [
        ("ben", "", ""),
        ("ada", "", "Others say whether your own post is useful."),
        ("finn", "", "Sign in to take part in this conversation."),
        ("ben", "deleted", "This post was deleted by its author."),
        ("ben", "hidden", "This post is hidden. You can appeal against that decision."),
        ("ben", "closed", "This conversation is closed. Its conclusions stand at the top."),
    ],
)
def test_who_may_vote(post, ada, facilitator, who, state, reason, request):
    if state == "deleted":
        delete_post(actor=ada, post=post)
    elif state == "hidden":
        post.hidden_at = post.created_at
    elif state == "closed":
        close_thread(actor=facilitator, thread=post.thread, conclusions="Nothing more is to be said.")

    verdict = may_vote_on_post(request.getfixturevalue(who), post)

    assert str(verdict.reason) == reason


def test_a_vote_in_a_browser_without_scripts_leads_back_to_where_one_was(post, ben):
    browser = client_as(ben)
    place = f"/forums/threads/{post.thread_id}/?sort=best"

    page = browser.get(place).text
    sent = browser.post(f"/forums/posts/{post.pk}/vote/", {"value": "1", "next": place})
    part = browser.post(f"/forums/posts/{post.pk}/vote/", {"value": "-1"}, HTTP_HX_REQUEST="true").text

    assert f'form="votes" formaction="/forums/posts/{post.pk}/vote/"' in page
    assert '<form method="post" action="/forums/threads/' in page
    assert (sent.status_code, sent.url) == (302, f"{place}#post-{post.pk}")
    assert part.startswith('<span class="weighed"')
    assert 'value="0" aria-pressed="true">not useful <b>1</b>' in part
    assert browser.post(f"/forums/posts/{post.pk}/vote/", {"value": "2"}).status_code == 422


def test_the_same_over_the_api(post, ben, ada):
    browser = client_as(ben)
    url = f"/api/v1/posts/{post.pk}/vote/"

    up = browser.post(url, {"value": 1}, "application/json").json()
    gone = browser.delete(url).json()

    assert (up, gone) == ({"ups": 1, "downs": 0, "own": 1}, {"ups": 0, "downs": 0, "own": 0})
    assert browser.post(url, {"value": 7}, "application/json").status_code == 400
    assert client_as(ada).post(url, {"value": 1}, "application/json").status_code == 403


def test_two_persons_who_are_one_have_one_vote(post, administrator):
    first, second, other = (person(name, level=1) for name in ("Eve Roe", "Eve Roe", "Gil"))
    for one, value in ((first, 1), (second, -1), (other, 1)):
        vote_on_post(actor=one.user, post=post, value=value)

    merge_persons(actor=administrator, one=first, other=second)

    assert figures(post) == (2, 0, 2)
    assert set(PostVote.objects.values_list("person", "value")) == {(first.pk, 1), (other.pk, 1)}


def test_ones_own_votes_are_in_ones_own_export(post, ben):
    vote_on_post(actor=ben, post=post, value=-1)

    room = next(one for one in personal.rooms() if one.app == "forums")
    exported = room.export(ben.person.pk, ben.pk)

    assert exported["votes on posts"] == [{"post_id": post.pk, "value": -1}]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_forty_votes_at_once_are_counted_exactly(post):
    voters = people(20)

    def press(voter, value):
        try:
            vote_on_post(
                actor=voter.user,
                post=Post.objects.select_related("thread__forum", "thread__activity").get(pk=post.pk),
                value=value,
            )
        except (Refused, IntegrityError):
            pass
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(press, voters * 2, [1] * 20 + [-1] * 10 + [1] * 10))

    ups = PostVote.objects.filter(value=1).count()
    downs = PostVote.objects.filter(value=-1).count()
    assert figures(post) == (ups, downs, ups - downs)
    assert ups + downs == 20
