"""The demonstration council: every state of every machine on show, each reached through actions, and the chain unbroken."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from ballots.models import Ballot
from chain.models import Link, Step
from chain.queries import family, overdue
from chain.states import Station
from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Commitment,
    Councillor,
    Portfolio,
    Recommendation,
    Referral,
)
from committees.states import BodyKind, ClaimState
from core.clock import at
from forums.models import Forum, Thread
from ledger.models import Delivery, Entry
from ledger.sealing import seal_all
from ledger.verifying import verify
from meetings.models import Gathering
from outputs.models import Output
from places.models import Area
from portal.demo.building import build
from proposals.models import Proposal
from proposals.tasks import recount

AS_OF = date(2026, 6, 17)
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker):
    """Built once for this file, in one transaction that is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = build(AS_OF)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would have checked
        with at(world.calendar.ago(0, 12)):
            yield world
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "model",
    [Proposal, Output, Ballot, Referral, AgendaItem, Recommendation, Commitment, Claim, Forum, Thread, Gathering, Step],
)
def test_every_state_of_every_machine_is_on_show(council, model):
    possible = {value for value, _label in model._meta.get_field("state").choices}

    assert possible - set(model.objects.values_list("state", flat=True)) == set()


def test_the_structure_is_that_of_the_city(council):
    wards = Area.objects.filter(kind="ward")
    assert (wards.count(), sum(wards.values_list("electorate", flat=True))) == (69, 734_692)
    assert Area.objects.filter(kind="constituency").count() == 10
    assert Councillor.objects.count() == 101
    assert sorted(Councillor.objects.values_list("group", flat=True)) == ["A"] * 67 + ["B"] * 25 + ["C"] * 8 + ["D"]
    assert Body.objects.filter(kind=BodyKind.SCRUTINY, parent__code="CO").count() == 7
    assert Portfolio.objects.count() == Body.objects.filter(kind=BodyKind.ADVISORY).count() == 10


def test_an_answer_is_overdue_and_a_delivery_is_disputed(council):
    late = overdue()

    assert late.filter(station=Station.ANSWER).exists()
    assert Claim.objects.filter(state=ClaimState.DISPUTED).exists()
    assert Step.objects.filter(kind="dispute", state="open").exists()


def test_from_what_was_delivered_one_comes_back_to_the_first_sentence_and_forward_again(council):
    delivered = Step.objects.filter(station=Station.DELIVERED, state="done").order_by("id").first()

    back = family(delivered).ancestors

    assert {step.station for step in back} == {1, 2, 3, 4, 5, 6}
    first = next(step for step in back if step.kind == "remit_check")
    assert first.subject_kind == "proposals.proposal"
    assert delivered in family(first).descendants


def test_no_step_is_a_dead_end(council):
    ended = Step.objects.filter(state__in=("done", "returned"), station__lt=7).exclude(
        pk__in=Link.objects.values("parent")
    )

    assert list(ended) == []


def test_everybody_has_been_told_and_the_record_is_whole(council):
    assert Delivery.objects.count() == 0
    seal_all()
    assert verify().whole


def test_the_counts_agree_with_the_rows(council):
    assert recount() == 0


def test_no_support_and_no_vote_stands_in_the_record(council):
    names = set(Entry.objects.values_list("event", flat=True))

    assert {name for name in names if "Support" in name} == {"proposals.SupportsCounted"}
    assert not {name for name in names if "Vote" in name and name.startswith("ballots")}


@pytest.mark.django_db
def test_it_is_built_in_an_empty_database_only(ada):
    with pytest.raises(CommandError, match="wants an empty one"):
        call_command("seed")
