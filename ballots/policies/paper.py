"""Who keeps the ballot box: those whom the ballot's host names, while voting is open."""

from typing import Any

from django.utils.translation import gettext as _

from ballots import hosts
from ballots.models import Ballot
from ballots.policies.ballots import not_now
from ballots.states import State
from core import now
from core.verdicts import Verdict, no, yes


def may_keep_box(user: Any, ballot: Ballot) -> Verdict:
    """See how many slips are where; whose choice is on which, nobody sees."""
    return hosts.may_keep(user, ballot.host_kind, ballot.host_id)


def may_print_slips(user: Any, ballot: Ballot) -> Verdict:
    """Before and while voting is open."""
    if ballot.state not in (State.PLANNED, State.OPEN) or ballot.closes_at <= now():
        return may_keep_box(user, ballot) and no(_("Voting is over: no more slips are printed."))
    return may_keep_box(user, ballot)


def may_hand_out_slip(user: Any, ballot: Ballot) -> Verdict:
    return may_keep_box(user, ballot) and _while_open(ballot)


def may_read_slip(user: Any, ballot: Ballot) -> Verdict:
    """Type slips in; after the close none counts any more."""
    return may_keep_box(user, ballot) and _while_open(ballot)


def _while_open(ballot: Ballot) -> Verdict:
    refusal = not_now(ballot)
    return refusal if refusal is not None else yes()
