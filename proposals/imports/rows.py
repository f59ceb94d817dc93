"""What every reader gives: proposals and comments in one shape, or faults."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot go in: its line in the file, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as the other platform published it. `supports` is its total there, never added to ours."""

    line: int
    source_id: str
    reference: str
    title: str
    html: str
    published_at: datetime
    author_label: str
    origin: str  # proposals.states.Origin
    outcome: str  # "open", "refused" or "withdrawn"
    topic: str
    language: str
    supports: int
    url: str


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment. `proposal_id` is empty where only the parent tells which proposal it belongs to."""

    line: int
    source_id: str
    proposal_id: str
    parent_id: str
    html: str
    created_at: datetime
    author_label: str
    stance: str  # forums.states.Stance
    useful: int
    language: str
