"""What the front page, the figures and the list of what is owed say is true of what they count."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.actions import close_judgement, judge_delivery
from core import now, today
from core.clock import at
from portal.queries.figures import figures_page
from portal.queries.public import home_page
from tests.cast import client_as, person
from tests.scenes import chain, committees, forums

pytestmark = pytest.mark.django_db


def settled(*, confirmed):
    """A claim of delivery past its day, confirmed by one of those who asked or answered by nobody."""
    story = committees.claimed()
    if confirmed:
        with story.on(106):
            judge_delivery(actor=story.supporter, claim=story.claim, verdict="confirm")
    with at(now() + timedelta(days=60)):
        close_judgement(claim=story.claim)
    return story


def figure(words):
    shown = figures_page()
    return next((one.number, one.base) for one in (*shown.chain, *shown.people) if one.words == words)


def test_only_what_those_who_asked_confirmed_counts_as_delivered():
    settled(confirmed=True)
    settled(confirmed=False)

    assert figure("were delivered, as those who asked confirm") == (1, 2)
    assert figure("are said to be delivered, and nobody who asked confirmed it") == (1, 2)


def test_the_front_page_says_what_those_who_asked_say_of_a_delivery():
    settled(confirmed=True)
    settled(confirmed=False)

    shown = home_page()

    assert sorted(row.judged for row in shown.kept) == [
        "confirmed by those who asked",
        "nobody confirmed it, and too few disputed it to bring it back",
    ]
    assert "confirmed by those who asked" in client_as().get("/").content.decode()


def test_each_figure_of_people_counts_some_of_its_own_base(ada, ben):
    guest = person("Gil From-Elsewhere", level=3).user
    forum = forums.forum(members=[ada, guest])
    guest.person.ward = None
    guest.person.save()
    thread = forums.thread(forum, by=ada)
    forums.posts(thread, 1, by=ada)
    forums.posts(thread, 1, by=ben)  # speaks, and belongs to no forum

    assert figure("have spoken in a debate") == (1, 2)
    assert figure("say that they live there, and belong to a forum") == (1, 10309)
    assert figure("have somebody in a forum") == (1, 1)


@pytest.mark.parametrize("path", ["/", "/owed/"])
def test_lists_of_what_is_late_cost_the_same_for_any_number(path):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            chain.step(due=today() - timedelta(days=9))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client_as().get(path, {"n": number})
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_what_is_late_is_linked_in_the_language_of_the_page():
    late = chain.step(due=today() - timedelta(days=9))

    assert f'href="/en-xa{late.address}"' in client_as().get("/en-xa/owed/").content.decode()
