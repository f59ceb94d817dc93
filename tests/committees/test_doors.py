"""What people are told when something is wrong, who is refused, and what stands on the pages of a committee."""

import hashlib

import pytest
from django.urls import reverse

from committees.models import (
    Meeting,
)
from core import today
from core.clock import day_of
from tests import cast
from tests.cast import client_as
from tests.committees.forms import post, went_on
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stage", "day", "user", "page", "record", "data", "words"),
    [
        ("begun", 42, "facilitator", "refer", "output", {}, "Choose at least one body."),
        ("acknowledged", 44, "clerk", "refuse", "referral", {"reason": "No."}, "The chair decides this with you."),
        ("acknowledged", 44, "chair", "refuse", "referral", {"reason": ""}, "Fill this in."),
        ("in_session", 70, "clerk", "conclude", "item", {"outcome": ""}, "write down why"),
        ("issued", 75, "holder", "answer", "recommendation", {"answer": "reject", "reason": "Noted with thanks by the Cabinet."}, "is not an answer"),
        ("issued", 75, "holder", "answer", "recommendation", {"answer": "noted", "reason": "x"}, "Select a valid choice."),
        ("issued", 75, "holder", "answer", "recommendation", {"answer": "accept", "reason": "Because the contracts change anyway this year."}, "To say yes is to promise something"),
        ("claimed", 106, "supporter", "judge", "claim", {"verdict": "dispute", "reason": ""}, "Say what is missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_comes_back_with_its_words_and_nothing_lost(stage, day, user, page, record, data, words):
    story = getattr(scenes, stage)()
    found = getattr(story, record)
    key = getattr(found, "reference", found.pk)

    with story.on(day, 19):
        answer = post(getattr(story, user), page, key, **data)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert data.get("reason", "") in answer.content.decode()


def test_too_late_the_form_asks_for_the_chairs_reason_and_names_the_day():
    story = scenes.accepted()
    with story.on(68):
        page = client_as(story.clerk).get(reverse("committees:publish", args=[story.meeting.pk])).content.decode()
        refused = post(story.clerk, "publish", story.meeting.pk, short_notice_reason="")
        went_on(post(story.clerk, "publish", story.meeting.pk, short_notice_reason="The home closes on Friday."))

    assert "It is too late for this agenda" in page
    assert (refused.status_code, "had to be out by" in refused.content.decode()) == (422, True)
    shown = client_as().get(reverse("committees:meeting", args=[story.meeting.pk])).content.decode()
    assert "The home closes on Friday." in shown


@pytest.mark.parametrize(
    ("stage", "pages"),
    [
        ("begun", {"refer": "output"}),
        ("referred", {"acknowledge": "referral"}),
        ("acknowledged", {"accept": "referral", "redirect": "referral", "refuse": "referral"}),
        ("accepted", {"publish": "meeting", "new_item": "meeting", "move": "meeting", "cancel": "meeting"}),
        ("published", {"start": "meeting"}),
        (
            "drafted",
            {
                "attendance": "meeting",
                "end": "meeting",
                "minutes": "meeting",
                "recommend": "item",
                "conclude": "item",
                "adjourn": "item",
                "vote": "recommendation",
                "withdraw": "recommendation",
            },
        ),
        ("recommended", {"issue": "recommendation"}),
        ("issued", {"answer": "recommendation"}),
        ("answered", {"correct": "recommendation", "progress": "commitment", "claim_delivery": "commitment"}),
        ("claimed", {"judge": "claim"}),
        ("disputed", {"take_dispute": "claim"}),
    ],
)
def test_a_stranger_is_refused_with_the_reason(stage, pages):
    story = getattr(scenes, stage)()
    stranger = cast.person("Stan", level=3).user

    for page, record in pages.items():
        found = getattr(story, record)
        answer = post(stranger, page, getattr(found, "reference", None) or found.pk)

        assert (page, answer.status_code) == (page, 403)
        assert "You cannot do this" in answer.content.decode()


def test_the_agenda_is_a_document_with_its_proof_and_its_neighbours():
    story = scenes.published()
    page = client_as().get(reverse("committees:meeting", args=[story.meeting.pk])).content.decode()
    text = client_as().get(reverse("committees:agenda_text", args=[story.meeting.pk]))

    meeting = Meeting.objects.get()
    assert hashlib.sha256(text.content).hexdigest() == meeting.proof["sha256"]
    assert meeting.proof["sha256"] in page
    assert f"from {story.forum.title}" in page


def test_the_gatherings_address_leads_to_the_committees_page_and_its_feed_works():
    story = scenes.published()
    gathering = story.meeting.gathering

    page = client_as().get(reverse("meetings:gathering", args=[gathering.pk]))
    feed = client_as().get(reverse("meetings:gathering_feed", args=[gathering.pk]))

    assert page.headers["Location"] == reverse("committees:meeting", args=[story.meeting.pk])
    assert b"BEGIN:VEVENT" in feed.content


def test_nobody_goes_round_the_legal_gate_by_the_plain_pages_of_gatherings():
    story = scenes.accepted()

    with story.on(69):
        answer = client_as(story.clerk).post(reverse("meetings:publish", args=[story.meeting.gathering_id]))

    assert answer.status_code == 403
    assert Meeting.objects.select_related("gathering").get().gathering.state == "scheduled"


def test_a_page_says_what_to_do_next_to_whoever_must_do_it_and_why_not_to_others():
    story = scenes.issued()
    url = reverse("committees:recommendation", args=[story.recommendation.reference])

    holder, visitor = client_as(story.holder).get(url).content.decode(), client_as().get(url).content.decode()

    assert (reverse("committees:answer", args=[story.recommendation.reference]) in holder) is True
    assert "Only the cabinet member to whom this was sent can answer it." in visitor
    assert day_of(story.began) < today()
