"""The page of a forum leads those who run it to what they may do, and keeps what is over."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import now
from core.clock import at
from forums.models import Activity
from meetings.actions import schedule
from tests.cast import client_as, person
from tests.scenes import forums

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator():
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(ada, facilitator):
    return forums.forum(facilitator=facilitator, members=[ada])


def page_of(forum, user=None, prefix=""):
    return client_as(user).get(f"{prefix}/forums/{forum.slug}/").content.decode()


def test_who_runs_the_forum_opens_activities_and_sets_meetings_from_its_page(forum, facilitator, clerk, ada):
    links = (f"/forums/{forum.slug}/activities/new/", f"/meetings/new/forums.forum/{forum.pk}/")

    for link in links:
        assert f'href="{link}"' in page_of(forum, facilitator)
        assert f'href="{link}"' in page_of(forum, clerk)
        assert f'href="{link}"' not in page_of(forum, ada)
        assert f'href="{link}"' not in page_of(forum)
        assert client_as(facilitator).get(link).status_code == 200
    assert f"/forums/{forum.slug}/edit/" not in page_of(forum, facilitator)


def test_what_is_over_is_listed_the_last_to_end_first(forum):
    moment = now()
    for days in (3, 1, 2):
        with at(moment - timedelta(days=10)):
            forums.proposals_activity(forum, title=f"Ended {days} days ago", closes_at=moment - timedelta(days=days))
    forums.proposals_activity(forum, title="Still open")

    text = page_of(forum)
    _, over = text.split("Activities that are over")

    places = [over.index(f"Ended {days} days ago") for days in (1, 2, 3)]
    assert places == sorted(places)
    assert "Still open" not in over


def test_the_forum_page_costs_the_same_for_few_activities_and_many(forum, facilitator):
    counts = []
    for number in (1, 3):
        for _ in range(number):
            closes = now() + timedelta(days=1)
            forums.proposals_activity(forum, closes_at=closes)
        Activity.objects.update(opens_at=now() - timedelta(days=9), closes_at=now() - timedelta(days=1))
        with CaptureQueriesContext(connection) as queries:
            page_of(forum, facilitator)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_an_activity_leads_on_in_the_language_of_its_page(forum):
    activity = forums.proposals_activity(forum)

    text = client_as().get(f"/en-xa/forums/activities/{activity.pk}/").content.decode()

    assert f'href="/en-xa/proposals/new/?activity={activity.pk}"' in text
    assert f'href="/en-xa/proposals/?forum={forum.slug}"' in text


def test_meetings_to_come_stand_before_those_that_have_been(forum, facilitator):
    for days, title in ((-9, "Long over"), (-2, "Just over"), (20, "Later"), (3, "Next")):
        begins = now() + timedelta(days=days)
        schedule(actor=facilitator, host=forum, title=title, starts_at=begins, ends_at=begins + timedelta(hours=2))

    text = page_of(forum).split('id="meetings"')[1]

    order = [text.index(title) for title in ("Next", "Later", "Meetings that have been", "Just over", "Long over")]
    assert order == sorted(order)
