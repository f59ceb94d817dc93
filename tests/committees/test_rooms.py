"""The registering rooms: every event has its sentence in every voice, every record its name and address, and those concerned are told."""

from dataclasses import fields

import pytest

from committees import events
from core import subjects
from core.subjects import Subject, key_of
from ledger.delivery import deliver_all
from ledger.events import all_events
from ledger.queries import timeline
from ledger.sentences import sentence_of, worded
from notifications.models import Notice
from search.queries import find
from tests.scenes import committees as scenes

OURS = {name: event for name, event in all_events().items() if name.startswith("committees.")}
VOICES = ("", "authors", "members", "supporters", "followers", "clerks", "officers", "chair", "holder", "seats")


def facts(event):
    values = {"int": 1, "bool": True, "str": "2026-06-18"}
    made = {
        field.name: values[field.type if isinstance(field.type, str) else field.type.__name__]
        for field in fields(event)
    }
    return made | ({"answer": "accept"} if "answer" in made else {})


def test_every_event_has_a_sentence():
    assert sorted(set(OURS) - worded()) == []


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_sentence_is_whole_and_names_its_subject_in_every_voice(name):
    subject = Subject("committees.recommendation", 1, "HSC-R-1: Set thirty minutes", "/x/")

    sentences = {voice: sentence_of(name, facts(OURS[name]), subject, voice) for voice in VOICES}

    assert {voice: words for voice, words in sentences.items() if "%(" in words or subject.label not in words} == {}


@pytest.mark.parametrize("answer", ["accept", "part", "reject"])
def test_each_answer_has_its_own_words(answer):
    data = facts(events.RecommendationAnswered) | {"answer": answer}

    heard = {sentence_of("committees.RecommendationAnswered", data, None, voice) for voice in ("", "supporters")}

    assert len(heard) == 2


@pytest.mark.django_db
def test_every_record_has_a_name_and_an_address_in_one_query_each(django_assert_num_queries):
    story = scenes.disputed()
    records = [
        story.body,
        story.portfolio,
        story.seats["chair"],
        story.seats["vacant"],
        story.referral,
        story.meeting,
        story.item,
        story.recommendation,
        story.commitment,
        story.claim,
    ]

    with django_assert_num_queries(9):
        found = subjects.describe(key_of(record) for record in records)

    assert [key_of(record) for record in records if not found[key_of(record)].label] == []
    assert all(subject.url.startswith("/committees/") and subject.public for subject in found.values())


@pytest.mark.django_db
def test_those_who_asked_are_told_at_every_step_in_their_own_words():
    story = scenes.disputed()
    deliver_all()

    def heard(user):
        rows = Notice.objects.filter(user=user, event__startswith="committees.").order_by("id")
        return {event.split(".")[1]: audience for event, audience in rows.values_list("event", "audience")}

    assert heard(story.supporter) == {
        "ReferralAccepted": "supporters",
        "AgendaPublished": "supporters",
        "ItemConsidered": "supporters",
        "RecommendationAnswered": "supporters",
        "DeliveryClaimed": "supporters",
        "DeliveryDisputed": "supporters",
    }
    assert heard(story.member) == {
        "OutputReferred": "members",
        "ReferralAcknowledged": "members",
        "ReferralAccepted": "members",
        "AgendaPublished": "members",
        "RecommendationVoted": "members",
        "ItemConsidered": "members",
        "RecommendationIssued": "members",
        "RecommendationAnswered": "members",
        "DeliveryClaimed": "members",
        "DeliveryDisputed": "members",
    }
    assert heard(story.author)["RecommendationAnswered"] == "authors"
    assert heard(story.holder) == {"RecommendationIssued": "holder", "DeliveryDisputed": "holder"}
    assert heard(story.clerk) == {"DeliveryDisputed": "clerks", "OutputReferred": "clerks"}
    assert heard(story.chair)["OutputReferred"] == "chair"


@pytest.mark.django_db
def test_the_timeline_of_a_recommendation_tells_its_story():
    story = scenes.answered()

    told = [line.event.split(".")[1] for line in timeline(key_of(story.recommendation))]

    assert told == ["RecommendationAnswered", "RecommendationIssued", "RecommendationVoted", "RecommendationDrafted"]


@pytest.mark.django_db
def test_bodies_recommendations_and_promises_can_be_found():
    story = scenes.answered()
    deliver_all()

    kinds = {row.kind for row in find("thirty minutes contracts").rows} | {row.kind for row in find("scrutiny").rows}

    assert {"committees.body", "committees.recommendation", "committees.commitment"} <= kinds
    assert story.commitment.text
