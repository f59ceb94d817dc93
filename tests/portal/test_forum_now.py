"""The page of a forum: what runs, what is to come, phases; at one price."""

from datetime import timedelta

import pytest

from core import now
from forums.actions import set_phase
from tests.cast import person
from tests.scenes import forums as scene

DAY = timedelta(days=1)


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada])


def page(client, forum, **more):
    return client.get(f"/forums/{forum.slug}/", more).content.decode()


def test_what_is_open_has_its_own_act_and_what_is_to_come_its_day(forum, facilitator, client):
    scene.proposals_activity(forum, title="Ideas for the park")
    asking = scene.questions_activity(forum, by=facilitator, title="Ask the park keeper")
    scene.debate_activity(forum, by=facilitator, title="Talk in spring", opens_at=now() + 9 * DAY)

    text = page(client, forum)
    open_now, to_come = text[text.index(">Open now<") :].split(">To come<")

    assert f"/forums/activities/{asking.pk}/ask/" in open_now
    assert "Make a proposal" in open_now
    assert "Talk in spring" not in open_now
    assert "Talk in spring" in to_come


def test_the_phase_that_runs_now_stands_with_its_call(forum, facilitator, client):
    process = scene.process(forum, by=facilitator, title="Cooler streets")
    set_phase(
        actor=facilitator, process=process, title="Collect", happens="", starts_at=now(), ends_at=now() + DAY,
        call_label="Say where it is hot", call_url="/proposals/",
    )  # fmt: skip

    text = page(client, forum)

    assert "Cooler streets" in text
    assert '<a href="/proposals/">Say where it is hot</a>' in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_at_one_and_three(forum, facilitator, client, number, django_assert_num_queries):
    for _ in range(number):
        process = scene.process(forum, by=facilitator)
        scene.questions_activity(forum, by=facilitator)
        scene.debate_activity(forum, by=facilitator, opens_at=now() + 9 * DAY)
        set_phase(actor=facilitator, process=process, title="T", happens="", starts_at=now(), ends_at=None)
    client.get("/forums/")

    with django_assert_num_queries(12):
        page(client, forum, n=number)
