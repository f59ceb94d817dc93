"""How much a report weighs. Pure: numbers in, a number out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a reporter: days since they joined, and how their reports ended."""

    days: int
    upheld: int = 0
    dismissed: int = 0


def is_settled(record: Record, numbers: Mapping[str, Decimal]) -> bool:
    """Old enough to be one of those whose agreement takes a thing out of sight."""
    return record.days > numbers["flags.old_account_days"]


def weight_of(record: Record, numbers: Mapping[str, Decimal]) -> Decimal:
    """Raised by reports that were upheld, lowered by those that were not, within bounds; a fresh account never weighs much."""
    earned = numbers["flags.raise"] * record.upheld - numbers["flags.lower"] * record.dismissed
    most = numbers["flags.weight_most"] if is_settled(record, numbers) else numbers["flags.weight_new"]
    return max(min(numbers["flags.weight_usual"] + earned, most), min(numbers["flags.weight_least"], most))
