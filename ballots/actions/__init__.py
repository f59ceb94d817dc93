"""Plan, vote, close, certify, annul; and the same on paper."""

from ballots.actions.ballots import (
    annul_ballot,
    cast_vote,
    certify_ballot,
    close_ballot,
    open_ballot,
    plan_ballot,
)
from ballots.actions.paper import hand_out_slip, print_slips, read_slip

__all__ = [
    "annul_ballot",
    "cast_vote",
    "certify_ballot",
    "close_ballot",
    "hand_out_slip",
    "open_ballot",
    "plan_ballot",
    "print_slips",
    "read_slip",
]
