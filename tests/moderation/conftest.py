"""A forum with a facilitator, and a post in it that somebody may mind."""

import pytest

from core import now
from forums.actions import reply
from forums.models import Post
from moderation.models import HoldRule
from tests.cast import person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return scene.forum(facilitator=facilitator, members=[ada])


@pytest.fixture
def post(forum, ada, ben):
    made = reply(actor=ben, thread=scene.thread(forum, by=ada), body="You are all idiots.")
    return Post.objects.select_related("thread__forum", "author").get(pk=made.pk)


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


@pytest.fixture
def everything_waits(forum):
    return HoldRule.objects.create(kind="place", host_key=f"forum:{forum.pk}", why="Agreed in March.", since=now())
