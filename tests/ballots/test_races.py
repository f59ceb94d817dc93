"""Many at once, on real connections: one row for each voter, and no vote lost or added at the close."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier
from time import sleep

import pytest
from django.db import connection

from ballots.actions import cast_vote, close_ballot
from ballots.models import Ballot, PublishedVote, Vote
from core import now
from core.clock import at
from core.verdicts import Refused
from tests.cast import people
from tests.scenes import ballots as scene

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tasks):
    """Run the tasks together, each on a connection of its own; what each gave or raised."""
    start = Barrier(len(tasks))

    def run(task):
        try:
            start.wait(20)
            return task()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


def test_32_votes_of_one_voter_at_once_leave_one_row_whose_tracker_is_one_of_theirs():
    (voter,) = people(1)
    ballot = scene.open_ballot(voter.user)

    trackers = at_once([lambda: cast_vote(actor=voter.user, ballot=ballot, choice="yes")] * 32)

    assert Vote.objects.count() == 1
    assert len(set(trackers)) == 32
    with at(ballot.closes_at):
        close_ballot(ballot=ballot)
    assert PublishedVote.objects.get().tracker in trackers


def test_of_two_workers_that_close_at_once_one_counts():
    voters = [each.user for each in people(5)]
    ballot = scene.open_ballot(*voters)
    for voter in voters:
        cast_vote(actor=voter, ballot=ballot, choice="yes")

    with at(ballot.closes_at):
        answers = at_once([lambda: close_ballot(ballot=ballot)] * 4)

    assert sum(isinstance(answer, Ballot) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 3
    assert PublishedVote.objects.count() == 5


def test_votes_that_meet_the_close_are_counted_or_refused_and_never_lost():
    voters = [each.user for each in people(16)]
    ballot = scene.open_ballot(*voters, closes_at=now() + timedelta(seconds=1.5))

    def vote(number, voter):
        wait_until(ballot.closes_at + timedelta(milliseconds=4 * number - 50))
        return cast_vote(actor=voter, ballot=ballot, choice="yes")

    def close():
        wait_until(ballot.closes_at)
        return close_ballot(ballot=ballot)

    *answers, closed = at_once([*(partial(vote, *each) for each in enumerate(voters)), close])

    taken = [answer for answer in answers if isinstance(answer, str)]
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert len(taken) + len(refused) == 16
    assert sorted(PublishedVote.objects.values_list("tracker", flat=True)) == sorted(taken)
    assert closed.votes == len(taken)


def wait_until(moment):
    sleep(max((moment - now()).total_seconds(), 0))
