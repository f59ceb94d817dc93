"""Acts: the frozen roll, whatever happens to the people on it, and however many they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from ballots.actions import cast_vote, close_ballot, plan_ballot
from ballots.models import RollEntry
from ballots.queries import waiting_for
from core import now
from core.clock import at
from tests.cast import people
from tests.scenes import ballots as scene

pytestmark = pytest.mark.django_db


def test_whoever_was_merged_since_the_roll_was_frozen_votes_in_that_place(ada, ben):
    ballot = scene.open_ballot(ben)
    cast_vote(actor=ben, ballot=ballot, choice="no")
    Person.objects.filter(pk=ben.person.pk).update(merged_into=ada.person, user=None)

    assert waiting_for(ada) == []
    cast_vote(actor=ada, ballot=ballot, choice="yes")

    with at(ballot.closes_at):
        assert close_ballot(ballot=ballot).votes == 1


def test_a_roll_of_thousands_costs_the_same_queries_as_a_roll_of_one(ada):
    counts = []
    for subject, roll in ((ada.person, [ada.person.pk]), (ada, [person.pk for person in people(3000)])):
        with CaptureQueriesContext(connection) as queries:
            plan_ballot(
                actor=None,
                subject=subject,
                host=subject,
                question=scene.QUESTION,
                opens_at=now(),
                closes_at=now() + scene.A_WEEK,
                roll=roll,
            )
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert RollEntry.objects.count() == 3001
