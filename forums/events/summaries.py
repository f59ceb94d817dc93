from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class SummaryDrafted(Event):
    """A facilitator wrote at a summary; not public."""

    summary_id: int
    version: int
    points: int


@dataclass(frozen=True)
class SummaryOpened(Event):
    """A summary is before the members, who agree or object to each of its points until the end of `closes_on`."""

    summary_id: int
    thread_id: int
    version: int
    points: int
    closes_on: str


@dataclass(frozen=True)
class SummaryClosed(Event):
    """The members' answers are counted. `outcome` is "agreed" or "returned"; `digest` is the SHA-256 of the points as they stand."""

    summary_id: int
    thread_id: int
    version: int
    outcome: str
    points: int
    holding: int
    members: int
    answered: int
    digest: str


@dataclass(frozen=True)
class PostsLabelled(Event):
    """A facilitator put posts under a tag or a group, or took them out of it (`posts` below zero)."""

    thread_id: int
    label_id: int
    sort: str
    posts: int
