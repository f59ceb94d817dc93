"""How many of which kind were there, so that no figure points at one person. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

SMALL = 5  # below this a published figure could be somebody: the usual floor for published counts of people


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `number` is None where it is withheld."""

    label: str
    number: int | None


def exact(counts: Mapping[str, int]) -> list[Row]:
    """The largest first, then by name."""
    return [Row(label, number) for label, number in sorted(counts.items(), key=lambda row: (-row[1], row[0]))]


def for_everybody(counts: Mapping[str, int]) -> list[Row]:
    """The same without small numbers; and so many more withheld, the smallest first, that none can be told from the total.

    What is withheld is two lines at least, and five people at least, or everything.
    """
    rows = exact(counts)
    hidden = [row for row in rows if (row.number or 0) < SMALL]
    shown = [row for row in rows if (row.number or 0) >= SMALL]
    while hidden and shown and (len(hidden) < 2 or sum(row.number or 0 for row in hidden) < SMALL):
        hidden.insert(0, shown.pop())
    return [*shown, *(Row(row.label, None) for row in hidden)]
