"""Every page of the chain opens for everybody, says where the thing stands, and costs the same however much there is."""

import pytest
from django.urls import reverse

from tests.cast import client_as
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def urls_of(story):
    named = {
        "list": [],
        "owed": [],
        "councillors": [],
        "body": [story.body.slug],
        "portfolio": [story.portfolio.slug],
        "referral": [story.referral.reference],
        "meeting": [story.meeting.pk],
        "item": [story.item.pk],
        "recommendation": [story.recommendation.reference],
        "commitment": [story.commitment.reference],
        "claim": [story.claim.pk],
    }
    return {name: reverse(f"committees:{name}", args=args) for name, args in named.items()}


def test_every_page_of_the_chain_is_open_to_everybody():
    story = scenes.disputed()
    visitor = client_as()

    answers = {name: visitor.get(url) for name, url in urls_of(story).items()}

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 200)
    assert [
        name for name, answer in answers.items() if answer.cookies or b"csrfmiddlewaretoken" in answer.content
    ] == []


def test_every_page_of_the_chain_opens_for_those_who_act():
    story = scenes.claimed()

    codes = {
        (user, name): client_as(getattr(story, user)).get(url).status_code
        for user in ("clerk", "holder", "chair", "supporter")
        for name, url in urls_of(story).items()
    }

    assert set(codes.values()) == {200}
