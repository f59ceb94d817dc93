"""The council sets a number of forums."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class MeasureSet(Event):
    """From `since`, ISO, a number is another. What began under the older one keeps it."""

    measure_id: int
    amount: str
    before: str
    since: str
