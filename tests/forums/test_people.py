"""Joining, leaving, facilitating, speaking for a forum; what is kept of a person; who hears of what."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from core import now, personal
from core.states import StateConflict
from core.verdicts import Refused
from forums import queries
from forums.actions import (
    appoint_facilitator,
    change_activity,
    close_thread,
    end_facilitator,
    freeze_rules,
    give_mandate,
    join,
    leave,
    recall_mandate,
    reply,
)
from forums.models import Activity, Forum, Membership, Post, Thread
from ledger.delivery import deliver_all
from ledger.events import all_events
from ledger.models import Entry
from ledger.sentences import sentence_of, worded
from notifications.models import Notice
from search.models import Document
from tests.cast import person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada])


def told(user):
    return list(Notice.objects.filter(user=user).order_by("id").values_list("event", "audience"))


def test_joining_is_counted_once_and_is_nobody_elses_business(forum, esi):
    join(actor=esi, forum=forum)
    with pytest.raises(Refused, match="You are in this forum"):
        join(actor=esi, forum=forum)

    assert Forum.objects.get().member_count == 3
    assert queries.is_member(esi, forum)
    assert set(Entry.objects.filter(event="forums.ForumJoined").values_list("public", flat=True)) == {False}


def test_who_leaves_can_come_back(forum, ada):
    leave(actor=ada, forum=forum)
    assert not queries.is_member(ada, forum)
    with pytest.raises(Refused):
        leave(actor=ada, forum=forum)

    join(actor=ada, forum=forum)

    assert Membership.objects.filter(person=ada.person).count() == 2
    assert Forum.objects.get().member_count == 2


def test_a_facilitator_runs_the_forum_and_decides_nothing(forum, ada, facilitator, clerk):
    assert queries.member_person_ids(forum) == [ada.person.pk]
    assert queries.facilitator_user_ids(forum.pk) == [facilitator.pk]
    assert queries.owner_keys(facilitator) == [f"forum:{forum.pk}"]
    assert queries.owner_keys(ada) == [f"members:{forum.pk}"]

    appoint_facilitator(actor=clerk, forum=forum, person=ada.person)
    end_facilitator(actor=clerk, forum=forum, person=facilitator.person)

    assert queries.member_person_ids(forum) == [facilitator.person.pk]
    assert queries.is_facilitator(ada, forum)
    with pytest.raises(StateConflict):
        end_facilitator(actor=clerk, forum=forum, person=facilitator.person)
    with pytest.raises(Refused, match="already"):
        appoint_facilitator(actor=clerk, forum=forum, person=ada.person)
    with pytest.raises(Refused, match="sign-in"):
        appoint_facilitator(actor=clerk, forum=forum, person=person(user=False))
    deliver_all()
    assert told(ada)[-1] == ("forums.FacilitatorAppointed", "facilitator")


def test_a_mandate_is_given_to_a_member_and_recalled_once(forum, ada, ben, facilitator):
    words = {"text": "Shorter waits.", "since": date(2026, 3, 1)}
    with pytest.raises(Refused, match="among the members"):
        give_mandate(actor=facilitator, forum=forum, person=ben.person, **words)
    mandate = give_mandate(actor=facilitator, forum=forum, person=ada.person, **words)

    recall_mandate(actor=facilitator, mandate=mandate)

    with pytest.raises(Refused, match="already"):
        recall_mandate(actor=facilitator, mandate=mandate)
    deliver_all()
    assert told(ada)[-2:] == [("forums.MandateGiven", "representative"), ("forums.MandateRecalled", "representative")]


def test_rules_freeze_with_the_first_input(forum, facilitator):
    activity = scene.proposals_activity(forum, threshold=100)
    words = {"title": "Ideas", "explanation": "", "closes_at": None, "minimum_level": 2, "months_open": 12}
    change_activity(actor=facilitator, activity=activity, threshold=200, **words)

    freeze_rules(activity=activity)
    freeze_rules(activity=activity)

    assert Entry.objects.filter(event="forums.ActivityRulesFrozen").count() == 1
    with pytest.raises(Refused, match="rules are fixed"):
        change_activity(actor=facilitator, activity=activity, threshold=5, **words)
    stale = Activity.objects.get(pk=activity.pk)
    stale.frozen_at = None
    with pytest.raises(StateConflict):
        change_activity(actor=facilitator, activity=stale, threshold=5, **words)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(threshold=5)
    changed = change_activity(
        actor=facilitator, activity=activity, threshold=200, **words | {"closes_at": now() + timedelta(days=3)}
    )
    assert changed.closes_at is not None


def test_people_hear_of_what_concerns_them(forum, ada, ben, esi, facilitator):
    join(actor=esi, forum=forum)
    thread = scene.thread(forum, by=ada)
    first = reply(actor=ben, thread=thread, body="Why?")
    reply(actor=esi, thread=thread, body="Because.", parent=first)
    close_thread(actor=facilitator, thread=thread, conclusions="We ask for shorter waits.")

    deliver_all()

    assert told(esi) == [("forums.ThreadStarted", "followers"), ("forums.ThreadClosed", "participants")]
    assert told(ben) == [("forums.PostPublished", "author"), ("forums.ThreadClosed", "participants")]
    assert told(ada) == [("forums.PostPublished", "author"), ("forums.ThreadClosed", "participants")]


def test_forums_conversations_and_posts_can_be_found(forum, ada):
    post = reply(actor=ada, thread=scene.thread(forum, by=ada), body="Trolleybus")

    deliver_all()

    kinds = (
        Document.objects.filter(group=f"forum:{forum.pk}").order_by("subject_kind").values_list("subject_kind", "url")
    )
    assert list(kinds) == [
        ("forums.forum", f"/forums/{forum.slug}/"),
        ("forums.post", f"/forums/posts/{post.pk}/"),
        ("forums.thread", f"/forums/threads/{post.thread_id}/"),
    ]


def test_every_event_has_a_sentence(forum, ada, facilitator):
    scene.thread(forum, by=ada)

    ours = {name for name in all_events() if name.split(".")[0] in ("forums", "moderation")}
    assert ours <= worded()
    for entry in Entry.objects.filter(event__startswith="forums."):
        assert sentence_of(entry.event, entry.data, None).endswith(".")


def test_a_person_takes_their_words_along_and_leaves_no_name(forum, ada, facilitator):
    thread = scene.thread(forum, by=ada)
    reply(actor=ada, thread=thread, body="Trolleybus")
    room = next(one for one in personal.rooms() if one.app == "forums")

    taken = room.export(ada.person.pk, ada.pk)
    room.erase(ada.person.pk, ada.pk)

    assert taken["posts"][0]["text"] == "Trolleybus"
    assert taken["memberships"][0]["role"] == "member"
    assert (Post.objects.get().author, Thread.objects.get().author) == (None, None)
    assert Forum.objects.get().member_count == 1


def test_an_overview_costs_the_same_for_few_and_many(forum, ada, facilitator, django_assert_num_queries):
    for number in range(3):
        scene.thread(forum, by=ada, title=f"Conversation {number}")
        scene.proposals_activity(forum)

    with django_assert_num_queries(6):
        overview = queries.forum_overview(forum)

    assert (len(overview.threads), len(overview.activities), len(overview.facilitators)) == (3, 3, 1)
    assert queries.wards_of_members(forum) == [("Stirchley", 2)]
    assert [one.forum.pk for one in queries.forums_of(ada)] == [forum.pk]
