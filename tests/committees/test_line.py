"""The whole way: from an output to a delivery, and every time it ends or comes back."""

import pytest

from chain.models import Step
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def line_of(record):
    from chain.queries import line_for

    return [stop.state for stop in line_for(record)]


def test_a_delivered_promise_can_be_walked_back_to_the_proposal():
    story = scenes.disputed()

    print(line_of(story.claim), Step.objects.values_list("kind", "state"))
    assert line_of(story.claim)[:3] == ["passed", "passed", "passed"]
