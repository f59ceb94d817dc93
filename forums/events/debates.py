"""Debates: their period, and what is told to them while they run."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ThreadPeriodSet(Event):
    """Posts are taken between these moments, in ISO 8601; "" where there is no limit."""

    thread_id: int
    opens_at: str
    closes_at: str


@dataclass(frozen=True)
class ThreadUpdated(Event):
    """Who leads the debate added a dated update to its opening."""

    thread_id: int
    number: int
    digest: str
