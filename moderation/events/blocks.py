"""Who may not come in for a time."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class PersonBlocked(Event):
    """A moderator blocked somebody, `until` a day or "" without end; `hid` things were hidden with it. Not public: it names a person."""

    block_id: int
    reason_code: str
    until: str
    hid: int


@dataclass(frozen=True)
class BlockEnded(Event):
    """They may come in again: `how` is "day" (it had come), "moderator" or "appeal". `shown` things are shown again. Not public."""

    block_id: int
    how: str
    shown: int
