"""Comment periods, debates and their updates."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test.client import MULTIPART_CONTENT
from django.urls import reverse

from core import now
from core.clock import at
from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import add_update, close_thread, reply, set_period
from forums.models import Post, ThreadUpdate
from forums.policies import may_reply, may_set_period, may_update_thread
from ledger.delivery import deliver_all
from notifications.models import Notice
from tests.cast import person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada])


@pytest.fixture
def dated(forum, ada):
    return scene.thread(
        forum, by=ada, opens_at=now() + timedelta(days=1), closes_at=now() + timedelta(days=3), title="Shorter waits"
    )


@pytest.mark.parametrize(
    ("days", "says"), [(0, "opens at"), (2, ""), (4, "took posts until its end at")], ids=["before", "within", "after"]
)
def test_a_conversation_takes_posts_within_its_period_and_says_why_not(dated, dov, days, says):
    with at(now() + timedelta(days=days)):
        verdict = may_reply(dov, dated)

    assert bool(verdict) is (not says)
    assert says in str(verdict.reason)


def test_the_page_says_when_posts_are_taken_and_has_no_form_before(dated, client, dov):
    client.force_login(dov)

    text = client.get(reverse("forums:thread", args=[dated.pk])).content.decode()

    assert "Posts are taken from" in text
    assert "Nobody can write here yet" in text
    assert 'id="speak"' not in text


@pytest.mark.parametrize(
    ("url", "form"), [("forums:reply", MULTIPART_CONTENT), ("api:thread-posts", "application/json")]
)
@pytest.mark.parametrize("days", [0, 4])
def test_page_and_api_refuse_a_post_outside_the_period_with_the_same_words(dated, client, dov, url, form, days):
    with at(now() + timedelta(days=days)):
        client.force_login(dov)
        answer = client.post(reverse(url, args=[dated.pk]), {"body": "Too early or too late."}, form)

    assert answer.status_code == 403
    assert "This conversation" in answer.content.decode()
    assert not Post.objects.filter(thread=dated).exists()


def test_an_activity_blocks_the_posts_of_its_conversations_outside_its_days(forum, ada, dov, facilitator):
    moment = now()
    activity = scene.debate_activity(forum, by=facilitator, opens_at=moment, closes_at=moment + timedelta(days=1))
    talk = scene.thread(forum, by=ada, activity=activity)

    with at(moment + timedelta(days=2)):
        verdict = may_reply(dov, talk)

    assert "took posts until its end" in str(verdict.reason)


def test_a_post_on_its_way_when_the_period_ends_is_refused_by_the_row_itself(forum, ada, dov, facilitator):
    talk = scene.thread(forum, by=ada)
    seen_before = type(talk).objects.for_page().get(pk=talk.pk)
    set_period(actor=facilitator, thread=talk, opens_at=now() - timedelta(days=2), closes_at=now() - timedelta(days=1))

    with pytest.raises(StateConflict), transaction.atomic():
        reply(actor=dov, thread=seen_before, body="A moment too late.")

    assert not Post.objects.filter(thread=talk).exists()


def test_a_period_must_last_and_the_database_says_so_too(forum, ada, facilitator):
    talk = scene.thread(forum, by=ada)

    moment = now()
    with pytest.raises(Refused):
        set_period(actor=facilitator, thread=talk, opens_at=moment, closes_at=moment)
    with pytest.raises(DatabaseError), transaction.atomic():
        type(talk).objects.filter(pk=talk.pk).update(opens_at=now(), closes_at=now() - timedelta(days=1))


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [(may_set_period, {"facilitator", "clerk"}), (may_update_thread, {"ada", "facilitator", "clerk"})],
)
def test_who_leads_a_debate(forum, ada, policy, allowed, request):
    talk = scene.thread(forum, by=ada)
    who = ("ada", "ben", "dov", "facilitator", "clerk", "finn")

    verdicts = {name: policy(request.getfixturevalue(name), talk) for name in who}

    assert {name for name, verdict in verdicts.items() if verdict} == allowed
    assert all(str(verdict.reason).endswith(".") for verdict in verdicts.values() if not verdict)


@pytest.mark.parametrize("opener", ["ada", "clerk"])
@pytest.mark.parametrize("dated", [True, False])
def test_a_member_or_an_officer_opens_a_debate_dated_or_open_with_instructions_and_updates(
    forum, opener, dated, client, request
):
    user = request.getfixturevalue(opener)
    client.force_login(user)
    sent = {"title": "What should the baths cost?", "opening": "Tell us what you pay now."}
    sent |= {"closes_at": (now() + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M")} if dated else {}

    made = client.post(reverse("forums:new_thread", args=[forum.slug]), sent)
    client.post(f"{made.url}update/", {"text": "The council sent its figures."})
    text = client.get(made.url).content.decode()

    assert "Tell us what you pay now." in text
    assert "Update 1" in text
    assert "The council sent its figures." in text
    assert ("Posts are taken until" in text) is dated


def test_updates_are_numbered_and_can_be_neither_changed_nor_taken_away(forum, ada):
    talk = scene.thread(forum, by=ada)

    made = [add_update(actor=ada, thread=talk, text=f"News {n}.") for n in (1, 2)]

    assert [one.number for one in made] == [1, 2]
    with pytest.raises(DatabaseError), transaction.atomic():
        ThreadUpdate.objects.filter(pk=made[0].pk).update(text="Other news.")
    with pytest.raises(DatabaseError), transaction.atomic():
        made[0].delete()


def test_a_debate_closes_with_conclusions_participants_are_told_and_posts_stop(forum, ada, dov, facilitator, client):
    talk = scene.thread(forum, by=ada)
    scene.posts(talk, 1, by=dov)

    close_thread(actor=facilitator, thread=talk, conclusions="We agreed on a fair price for all.")
    deliver_all()
    client.force_login(dov)
    answer = client.post(reverse("forums:reply", args=[talk.pk]), {"body": "One more thing."})

    told = Notice.objects.filter(event="forums.ThreadClosed", audience="participants")
    assert set(told.values_list("user_id", flat=True)) == {ada.pk, dov.pk}
    assert answer.status_code == 403
    assert "Its conclusions stand at the top" in answer.content.decode()
    assert "We agreed on a fair price" in client.get(reverse("forums:thread", args=[talk.pk])).content.decode()


@pytest.mark.parametrize("updates", [1, 3])
def test_a_debate_with_updates_costs_the_same_queries(forum, ada, client, updates, django_assert_num_queries):
    talk = scene.thread(forum, by=ada)
    for n in range(updates):
        add_update(actor=ada, thread=talk, text=f"News {n}.")
    client.get(reverse("forums:thread", args=[talk.pk]), {"x": updates})

    with django_assert_num_queries(3):
        client.get(reverse("forums:thread", args=[talk.pk]), {"y": updates})
