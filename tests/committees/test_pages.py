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


def queries_of(url, user=None):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_as(user)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def more(story, number):
    """So many more bodies, seats, referrals, items, recommendations and votes, meetings and promises as the story has."""
    for _number in range(number):
        twin = scenes.answered()
        type(twin.referral).objects.filter(pk=twin.referral.pk)
        for record, fields in (
            (twin.recommendation, {"overdue_told_at": None}),
            (twin.commitment, {"portfolio": story.portfolio}),
        ):
            type(record).objects.filter(pk=record.pk).update(**fields)
        with story.on(80):
            referral = scenes.actions.refer_output(actor=twin.facilitator, output=twin.output, bodies=[story.body])[0]
            scenes.actions.acknowledge(actor=story.clerk, referral=referral)
            story.second = getattr(story, "second", None) or scenes.meeting(story, day=100)
            scenes.actions.accept_referral(actor=story.chair, referral=referral, meeting=story.second)
            item = story.second.agenda.get(referrals=referral)
            seat = scenes.actions.add_seat(actor=story.clerk, body=story.body, kind="worker")
            from tests import cast

            scenes.actions.fill_seat(
                actor=story.clerk, seat=seat, person=cast.person("One more", level=3), eligible=True
            )
        story.last_item = item
    return story


def test_lists_cost_the_same_at_one_row_and_at_three(settings):
    settings.FOLKMOOT_PAGE_CACHE_OFF = True
    story = more(scenes.answered(), 1)
    pages = {
        "list": [],
        "owed": [],
        "councillors": [],
        "body": [story.body.slug],
        "portfolio": [story.portfolio.slug],
        "meeting": [story.second.pk],
        "item": [story.last_item.pk],
        "referral": [story.referral.reference],
        "recommendation": [story.recommendation.reference],
        "commitment": [story.commitment.reference],
    }
    paths = ("bodies", "meetings", "referrals", "recommendations", "commitments")
    urls = [reverse(f"committees:{name}", args=args) for name, args in pages.items()]
    asked = [(url, user) for url in urls for user in (None, story.clerk)]
    asked += [(f"/api/v1/committees/{path}/", None) for path in paths]
    one = [queries_of(url, user) for url, user in asked]

    more(story, 2)

    assert [queries_of(url, user) for url, user in asked] == one
