"""A forum rests, goes on, goes into another, ends."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ForumPaused(Event):
    """It rests until a day; the reason stands on its page."""

    forum_id: int
    until: str  # ISO


@dataclass(frozen=True)
class ForumResumed(Event):
    """It goes on."""

    forum_id: int


@dataclass(frozen=True)
class EndingProposed(Event):
    """A member put to all that the forum closes or merges; they vote from `opens_on` on."""

    forum_id: int
    ending_id: int
    opens_on: str  # ISO


@dataclass(frozen=True)
class EndingVoteOpened(Event):
    """The members vote on it until `closes_on`."""

    forum_id: int
    ending_id: int
    ballot_id: int
    closes_on: str  # ISO


@dataclass(frozen=True)
class EndingDecided(Event):
    """The members carried it, or did not."""

    forum_id: int
    ending_id: int
    carried: bool


@dataclass(frozen=True)
class ForumMerged(Event):
    """It has gone into another, which invites its members."""

    forum_id: int
    into_id: int


@dataclass(frozen=True)
class ForumWarned(Event):
    """Nothing has happened in it for long; it closes on `closes_on` unless something does."""

    forum_id: int
    number: int
    closes_on: str  # ISO


@dataclass(frozen=True)
class ForumClosed(Event):
    """It is closed and stays to be read. `idle`: because nothing happened in it."""

    forum_id: int
    idle: bool
