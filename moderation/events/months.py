"""The figures of a month are published."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class MonthPublished(Event):
    """A month of moderation is counted and stays so. `month` is such as "2026-05"."""

    report_id: int
    month: str
