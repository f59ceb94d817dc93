"""A forum with its facilitator, a conversation in it, and a post."""

import pytest

from forums.actions import reply
from tests.cast import person
from tests.scenes import forums as scene


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
