"""A forum's rules, and what its members make of them."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class RulesProposed(Event):
    """A member proposed other rules; the members vote from `opens_on` on."""

    forum_id: int
    change_id: int
    opens_on: str  # ISO


@dataclass(frozen=True)
class RulesWithdrawn(Event):
    """Whoever proposed the change took it back before the vote."""

    forum_id: int
    change_id: int


@dataclass(frozen=True)
class RulesVoteOpened(Event):
    """The members vote on the change until `closes_on`."""

    forum_id: int
    change_id: int
    ballot_id: int
    closes_on: str  # ISO


@dataclass(frozen=True)
class RulesChanged(Event):
    """The members carried the change: this version is in force."""

    forum_id: int
    change_id: int
    version: int


@dataclass(frozen=True)
class RulesKept(Event):
    """The members did not carry the change."""

    forum_id: int
    change_id: int


@dataclass(frozen=True)
class ForumConstituted(Event):
    """Its founders voted its first rules: the forum is open to all."""

    forum_id: int
