"""What may be done to proposals: the only writers of this app."""

from proposals.actions.adoptions import certify_adoption, note_count, open_adoption
from proposals.actions.closing import expire_due, withdraw_proposal
from proposals.actions.elsewhere import ask_elsewhere, look_elsewhere
from proposals.actions.issues import answer_part, ask_part, close_issue, open_issue
from proposals.actions.likeness import find_likenesses
from proposals.actions.pairs import decline, find_twins, invite, join, set_apart
from proposals.actions.remit import check_remit
from proposals.actions.submitting import submit_edit, submit_proposal
from proposals.actions.supports import fold_persons, give_support, raise_levels, take_back_support
from proposals.actions.tally import fold_tallies, recount
from proposals.actions.writing import (
    count_posts,
    discard_draft,
    edit_proposal,
    name_everywhere,
    publish_proposal,
    save_draft,
)

__all__ = [
    "answer_part",
    "ask_elsewhere",
    "ask_part",
    "certify_adoption",
    "check_remit",
    "close_issue",
    "count_posts",
    "decline",
    "discard_draft",
    "edit_proposal",
    "expire_due",
    "find_likenesses",
    "find_twins",
    "fold_persons",
    "fold_tallies",
    "give_support",
    "invite",
    "join",
    "look_elsewhere",
    "name_everywhere",
    "note_count",
    "open_adoption",
    "open_issue",
    "publish_proposal",
    "raise_levels",
    "recount",
    "save_draft",
    "set_apart",
    "submit_edit",
    "submit_proposal",
    "take_back_support",
    "withdraw_proposal",
]
