"""From a draft to a text that nobody can change: the only writers of this app."""

from outputs.actions.approving import open_approval, settle_approval
from outputs.actions.commenting import open_comments, reopen_draft
from outputs.actions.joining import join_output
from outputs.actions.opposing import end_opposition, mark_opposite
from outputs.actions.writing import compile_output, discard_output, edit_output

__all__ = [
    "compile_output",
    "discard_output",
    "edit_output",
    "end_opposition",
    "join_output",
    "mark_opposite",
    "open_approval",
    "open_comments",
    "reopen_draft",
    "settle_approval",
]
