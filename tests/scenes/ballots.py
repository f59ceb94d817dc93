"""Ballots in their states. What is voted on, and whose members vote, is a ward: any record will do."""

from datetime import timedelta

from ballots.actions import cast_vote, certify_ballot, close_ballot, plan_ballot
from core import now
from core.clock import at
from tests import cast

QUESTION = "Shall we ask for benches along the Rea?"
A_WEEK = timedelta(days=7)


def open_ballot(*voters, question=QUESTION, subject=None, **changes):
    """Open since now, for a week, to these users."""
    ward = subject or cast.ward()
    moment = now()
    plan = {"opens_at": moment, "closes_at": moment + A_WEEK, "roll": [user.person.pk for user in voters], **changes}
    return plan_ballot(actor=None, subject=ward, host=ward, question=question, **plan)


def counted_ballot(choices, **changes):
    """Closed and counted; `choices` are (user, choice)."""
    ballot = open_ballot(*(user for user, _choice in choices), **changes)
    for user, choice in choices:
        if choice:
            cast_vote(actor=user, ballot=ballot, choice=choice)
    with at(ballot.closes_at):
        return close_ballot(ballot=ballot)


def certified_ballot(choices, **changes):
    return certify_ballot(actor=None, ballot=counted_ballot(choices, **changes))
