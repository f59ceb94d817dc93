"""A forum with its facilitator, a conversation in it, and a post; what is summed up, surveyed, or said under protection there."""

import pytest

from forums.actions import join, reply
from tests.cast import person
from tests.scenes import forums as scene, summaries, voices


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada], title="Buses and Clean Air", code="BUS")


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


@pytest.fixture
def post(thread, ben):
    return reply(actor=ben, thread=thread, body="The 11 is **late**.", stance="for")


@pytest.fixture
def posts(thread, ada):
    return summaries.said(thread, ada)


@pytest.fixture
def members(forum, ada):
    found = [person(f"Member {n}", level=3).user for n in range(3)]
    for one in found:
        join(actor=one, forum=forum)
    return [ada, *found]


@pytest.fixture
def opened(thread, facilitator, posts):
    return summaries.opened(thread, by=facilitator, posts=posts)


@pytest.fixture
def survey(forum, facilitator):
    return scene.survey(forum, by=facilitator)


@pytest.fixture
def colleagues(forum):
    return voices.colleagues(forum)


@pytest.fixture
def wanda(forum, colleagues):
    made = voices.worker("Wanda Frost")
    join(actor=made, forum=forum)
    return made
