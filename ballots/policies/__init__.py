"""Who may vote, on the web and on paper, and what may be done to a ballot, when."""

from ballots.policies.ballots import may_annul, may_certify, may_close, may_plan, may_vote, not_now
from ballots.policies.paper import may_hand_out_slip, may_keep_box, may_print_slips, may_read_slip

__all__ = [
    "may_annul",
    "may_certify",
    "may_close",
    "may_hand_out_slip",
    "may_keep_box",
    "may_plan",
    "may_print_slips",
    "may_read_slip",
    "may_vote",
    "not_now",
]
