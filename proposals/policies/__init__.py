"""Who may do what with a proposal, and the reason that stands beside the button where they may not."""

from proposals.policies.issues import may_answer_part, may_ask_part, may_close_issue, may_open_issue
from proposals.policies.pairs import may_answer_pair, may_invite, may_join, may_see_pair, may_set_apart
from proposals.policies.proposals import (
    may_ask_elsewhere,
    may_certify,
    may_check,
    may_discard,
    may_edit,
    may_look_elsewhere,
    may_moderate,
    may_open_adoption,
    may_propose,
    may_publish,
    may_support,
    may_take_back,
    may_withdraw,
)

__all__ = [
    "may_answer_pair",
    "may_answer_part",
    "may_ask_elsewhere",
    "may_ask_part",
    "may_certify",
    "may_check",
    "may_close_issue",
    "may_discard",
    "may_edit",
    "may_invite",
    "may_join",
    "may_look_elsewhere",
    "may_moderate",
    "may_open_adoption",
    "may_open_issue",
    "may_propose",
    "may_publish",
    "may_see_pair",
    "may_set_apart",
    "may_support",
    "may_take_back",
    "may_withdraw",
]
