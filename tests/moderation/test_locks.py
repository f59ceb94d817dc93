"""Two moderators never act on one thing unknowingly."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused, no, yes
from forums.actions import reply
from forums.models import Post
from ledger.delivery import deliver_all
from ledger.models import Entry
from moderation.actions import decide, flag, give_back, take, take_over
from moderation.models import Decision, Lock, TakeOver
from notifications.models import Notice
from tests.cast import client_as, person
from tests.scenes import forums as scene
from tests.scenes.moderation import attack


@pytest.fixture
def bea(db):
    return person("Bea Lund", level=3).user


@pytest.fixture
def post(bea, ada, ben):
    forum = scene.forum(facilitator=bea, members=[ada])
    return _post(forum, ada, ben)


def _post(forum, starter, author):
    made = reply(actor=author, thread=scene.thread(forum, by=starter), body="You are all idiots.")
    return Post.objects.select_related("thread__forum", "author").get(pk=made.pk)


def hide(by, post):
    return decide(
        actor=by, subject=post, outcome="hide", reason=attack(), statement="Why.", host_key="forum:1", verdict=yes()
    )


def test_what_one_moderator_has_another_is_told_by_name_and_time(post, bea, dov):
    held = take(actor=bea, subject=post, verdict=yes())

    with pytest.raises(StateConflict, match=r"Bea Lund has this since \d\d:\d\d"):
        take(actor=dov, subject=post, verdict=yes())
    with pytest.raises(StateConflict, match="Bea Lund has this"):
        hide(dov, post)
    assert held.until - held.taken_at == timedelta(minutes=15)
    assert not Post.objects.get(pk=post.pk).is_hidden


def test_nobody_decides_on_what_they_have_not_taken(post, bea):
    with pytest.raises(StateConflict, match="Take this first"):
        hide(bea, post)

    take(actor=bea, subject=post, verdict=yes())
    hide(bea, post)

    assert not Lock.objects.exists()


def test_a_take_over_is_logged_and_the_first_is_told_and_can_decide_no_more(post, bea, dov):
    take(actor=bea, subject=post, verdict=yes())

    take_over(actor=dov, subject=post, verdict=yes())

    deliver_all()
    logged = TakeOver.objects.get()
    assert (logged.from_user, logged.by) == (bea, dov)
    assert not Entry.objects.get(event="moderation.ItemTakenOver").public
    assert [(one.event, one.audience) for one in Notice.objects.filter(user=bea, event__contains="TakenOver")] == [
        ("moderation.ItemTakenOver", "first")
    ]
    with pytest.raises(StateConflict, match="Dov Katz has this"):
        hide(bea, post)
    hide(dov, post)


def test_a_take_over_of_another_lock_than_was_seen_is_refused(post, bea, dov):
    seen = take(actor=bea, subject=post, verdict=yes()).taken_at
    with clock.at(now() + timedelta(minutes=1)):
        take(actor=bea, subject=post, verdict=yes())

        with pytest.raises(StateConflict):
            take_over(actor=dov, subject=post, verdict=yes(), since=seen)


def test_a_lock_lapses_by_itself(post, bea, dov):
    take(actor=bea, subject=post, verdict=yes())

    with clock.at(now() + timedelta(minutes=16)):
        with pytest.raises(StateConflict, match="Take this first"):
            hide(bea, post)
        take(actor=dov, subject=post, verdict=yes())
        hide(dov, post)

    assert Decision.objects.get().by == dov


def test_what_is_given_back_is_anybodys(post, bea, dov):
    take(actor=bea, subject=post, verdict=yes())
    with pytest.raises(Refused, match="Bea Lund has this"):
        give_back(actor=dov, subject=post)

    give_back(actor=bea, subject=post)

    assert take(actor=dov, subject=post, verdict=yes()).by == dov


def test_only_those_who_may_decide_may_take(post, ada, ben):
    with pytest.raises(Refused, match="Not you"):
        take(actor=ada, subject=post, verdict=no("Not you."))
    with pytest.raises(Refused, match="your own words"):
        take(actor=ben, subject=post, verdict=yes())


def test_the_page_says_who_has_it_and_shows_the_form_to_that_one_alone(post, ada, bea, dov):
    flag(actor=ada, subject=post, reason=attack(), host_key=f"forum:{post.thread.forum_id}")
    at = f"/moderation/content/forums.post/{post.pk}/"
    assert "Take it first" in client_as(bea).get(at).content.decode()

    taken = client_as(bea).post(f"{at}lock/", {"outcome": "hide"})

    assert taken.url == f"{at}?outcome=hide"
    mine = client_as(bea).get(taken.url).content.decode()
    assert 'name="statement"' in mine
    assert 'value="hide" checked' in mine.replace('id="id_outcome_0" ', "").replace("required ", "")
    others = client_as(dov).get(at).content.decode()
    assert "Bea Lund has this since" in others
    assert 'name="statement"' not in others
    refused = client_as(dov).post(at, {"outcome": "keep"})
    assert refused.status_code == 409
    assert "Bea Lund has this since" in refused.content.decode()
    assert client_as(dov).post(f"{at}lock/over/").status_code == 302
    assert client_as(dov).post(at, {"outcome": "keep"}).status_code == 302


def test_the_api_takes_decides_and_gives_back(post, bea, dov):
    at = f"/api/v1/moderation/content/forums.post/{post.pk}/"

    assert (
        client_as(bea).post(f"{at}decision/", {"outcome": "keep"}, content_type="application/json").status_code == 409
    )
    assert client_as(bea).post(f"{at}lock/").status_code == 200
    held = client_as(dov).post(f"{at}lock/")
    assert (held.status_code, held.json()["detail"][:17]) == (409, "Bea Lund has this")
    assert client_as(bea).delete(f"{at}lock/").status_code == 204
    assert client_as(dov).post(f"{at}lock/").status_code == 200
    assert client_as(bea).post(f"{at}lock/over/").status_code == 200
    assert (
        client_as(bea).post(f"{at}decision/", {"outcome": "keep"}, content_type="application/json").json()["outcome"]
        == "keep"
    )


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_moderators_who_take_and_decide_at_once_exactly_one_does():
    moderators = [person(name, level=3).user for name in ("Bea Lund", "Dov Katz")]
    starter, author = person("Ada", level=3).user, person("Ben").user
    post = _post(scene.forum(members=[starter]), starter, author)
    start = Barrier(2)

    def act(moderator):
        try:
            start.wait(20)
            take(actor=moderator, subject=post, verdict=yes())
            start.wait(20)
            return hide(moderator, post)
        except StateConflict as refused:
            start.wait(20)
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(act, moderators))

    assert sorted(type(answer).__name__ for answer in answers) == ["Decision", "NotHeld"]
    assert Decision.objects.count() == 1
