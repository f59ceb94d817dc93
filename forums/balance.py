"""Who takes part less than their share of the people: a comparison with the census that points at nobody. Pure.

A group is quiet when even the upper end of the 95 % interval of its share among those who take part (Wilson, 1927) lies
below its share of the people, and enough people take part for that to say anything. Those who take part chose to, so the
interval speaks of chance alone. Small counts are withheld, and what is said of a group rests on nothing that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from core.small_numbers import LEAST, apart

ENOUGH = 30  # below this no share of a group can be told from chance
Z = 1.959964  # of a 95 % interval


@dataclass(frozen=True, slots=True)
class Group:
    """One ward, kind or age. `number` is None where it is withheld, `expected` what its share of the people would be."""

    label: str
    people: int
    share: float  # of the people, 0 to 1
    number: int | None
    expected: float
    quiet: bool

    @property
    def percent(self) -> float:
        return 100 * self.share


@dataclass(frozen=True, slots=True)
class Comparison:
    """The quiet groups first, the largest of them first; then the others by name. `rest`: counts that belong to no group."""

    groups: list[Group]
    rest: dict[str, int | None]
    known: int  # those who take part and are not known to belong to no group

    @property
    def is_withheld(self) -> bool:
        """Nothing of it may be shown: so few take part that every count could point at somebody."""
        return all(one.number is None for one in self.groups)

    @property
    def quiet(self) -> list[Group]:
        return [one for one in self.groups if one.quiet]


def compare(counts: Mapping[str, int], people: Mapping[str, int], rest: Mapping[str, int]) -> Comparison:
    """Those who take part, by group, beside how many people each group has; `rest` are those of no group, such as unknown."""
    every = {label: counts.get(label, 0) for label in people}
    total = sum(people.values())
    rest = {label: number for label, number in rest.items() if number}
    shown, hidden = apart({**every, **rest})
    published = dict(shown)
    # All who take part but those of no group, as far as that is published: the difference must not tell what is withheld.
    known = sum(every.values()) + sum(number for label, number in rest.items() if label not in published)
    least = {label for label, number in hidden if number < LEAST}
    groups = []
    for label, number in people.items():
        share = number / total if total else 0.0
        most = published.get(label, LEAST - 1 if label in least else None)
        quiet = most is not None and known >= ENOUGH and upper_end(most, known) < share
        groups.append(Group(label, number, share, published.get(label), known * share, quiet))
    groups.sort(key=lambda one: (not one.quiet, -one.share if one.quiet else 0, one.label))
    return Comparison(groups, {label: published.get(label) for label in rest}, known)


def upper_end(number: int, of: int) -> float:
    """The upper end of the 95 % Wilson interval of `number` among `of`."""
    if not of:
        return 1.0
    share, z2 = number / of, Z * Z
    middle = share + z2 / (2 * of)
    return min((middle + Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of))) / (1 + z2 / of), 1.0)
