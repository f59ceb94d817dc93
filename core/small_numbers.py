"""Small numbers point at people: which counts of a table may be shown, so that no hidden one can be worked out. Pure."""

from collections.abc import Mapping

LEAST = 5  # below this a published count could be somebody: the usual floor for published counts of people
Counts = list[tuple[str, int]]


def ranked(counts: Mapping[str, int]) -> Counts:
    """The largest first, then by name."""
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def apart(counts: Mapping[str, int], least: int = LEAST) -> tuple[Counts, Counts]:
    """What may be shown beside a known total, and what may not: the small counts, and as many more, the smallest first, as it takes.

    What is withheld is two counts at least, and `least` people at least, or everything, or nothing.
    """
    rows = ranked(counts)
    shown = [row for row in rows if row[1] >= least]
    hidden = [row for row in rows if row[1] < least]
    while hidden and shown and (len(hidden) < 2 or sum(number for _name, number in hidden) < least):
        hidden.insert(0, shown.pop())
    return shown, hidden
