"""Community development, ward by ward: every ward is listed, the gaps are counted, the past stays."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import today
from core.states import StateConflict
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from neighbourhoods import actions, policies
from neighbourhoods.models import Presence
from neighbourhoods.queries import posts_of, register
from notifications.models import Notice
from places.actions import load_birmingham
from places.models import Area
from tests.cast import client_as
from tests.scenes.neighbourhoods import local_facilitator, post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("clerk", True),
        ("administrator", True),
        ("ada", "Only a clerk or an administrator of the council enters who works in a ward."),
        ("finn", "Only a clerk or an administrator of the council enters who works in a ward."),
    ],
)
def test_who_may_enter_a_post(name, said, request):
    verdict = policies.may_enter_presence(request.getfixturevalue(name))

    assert (True if verdict else str(verdict.reason)) == said


def test_all_wards_are_listed_and_those_with_nobody_counted():
    load_birmingham()
    wards = list(Area.objects.wards()[:2])
    for ward in wards:
        post(area=ward)

    page = client_as().get("/areas/presence/")

    found = page.context["register"]
    assert (found.total, found.gaps, len(found.rows)) == (69, 67, 69)
    assert "67 of 69 wards have nobody." in page.content.decode()


def test_the_list_narrows_to_gaps_and_keeps_the_counts(stirchley, aston):
    post(area=stirchley)

    gaps, staffed = register("gap"), register("here")

    assert [[row.ward for row in one.rows] for one in (gaps, staffed)] == [[aston], [stirchley]]
    assert (gaps.gaps, gaps.total, staffed.gaps) == (1, 2, 1)


def test_a_post_that_ended_is_history_and_the_ward_a_gap_again(clerk, stirchley):
    made = post(since=today() - timedelta(days=90))

    actions.end_presence(actor=clerk, presence=made, until=today() - timedelta(days=1), reason="The grant ended.")

    here, before = posts_of(stirchley)
    assert (here, before, register().gaps) == ([], [made], 1)
    assert "The grant ended." in client_as().get("/areas/stirchley/presence/").content.decode()
    assert Entry.objects.get(event="neighbourhoods.PresenceEnded").data["gap"] is True


def test_a_post_ends_once(clerk):
    made = post()
    seen = Presence.objects.get()
    actions.end_presence(actor=clerk, presence=made, until=today(), reason="The grant ended.")

    with pytest.raises(StateConflict):
        actions.end_presence(actor=clerk, presence=seen, until=today(), reason="Again.")


def test_a_post_cannot_end_before_it_began_nor_without_a_reason(clerk):
    made = post()

    with pytest.raises(Refused, match="before it began"):
        actions.end_presence(actor=clerk, presence=made, until=today() - timedelta(days=1), reason="The grant ended.")
    with pytest.raises(Refused, match="Say why"):
        actions.end_presence(actor=clerk, presence=made, until=today(), reason=" ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Presence.objects.update(until=today(), ended_because="")


def test_facilitators_there_are_told(stirchley):
    local = local_facilitator()

    post()
    deliver_all()

    assert Notice.objects.filter(user=local, event="neighbourhoods.PresenceBegun").count() == 1


def test_the_table_says_present_or_not_for_every_ward(stirchley, aston):
    post(area=stirchley)

    rows = list(csv.DictReader(io.StringIO(client_as().get("/areas/presence/export.csv").content.decode())))

    assert [(row["ward"], row["present"]) for row in rows] == [("Aston", "no"), ("Stirchley", "yes")]


def test_the_area_page_says_what_is_known(stirchley):
    post()

    shown = client_as().get("/areas/stirchley/").content.decode()

    assert "Community development worker, Made-up Settlement" in shown
    assert "/areas/stirchley/story/" in shown


@pytest.mark.parametrize("number", [1, 3])
def test_the_register_costs_the_same_with_one_post_and_three(number, stirchley, django_assert_num_queries):
    for _each in range(number):
        post()

    with django_assert_num_queries(2):
        client_as().get("/areas/presence/")
