"""Small numbers point at people: none below five is shown, nor one that could be worked out from the total."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.small_numbers import LEAST, apart

__all__ = ["LEAST", "Shown", "without_small"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown: numbers by name, the greatest first, and all the others together in one number."""

    rows: list[tuple[str, int]]
    rest: int
    rest_names: list[str]


def without_small(numbers: Mapping[str, int], least: int = LEAST) -> Shown:
    """Every number of at least `least`, and the rest lumped; where the lump itself is small, the next greater joins it.

    So the lump is 0, or at least `least`, or all there is; and it never holds one small number alone beside a known total.
    """
    rows, small = apart({name: number for name, number in numbers.items() if number > 0}, least)
    return Shown(rows, sum(number for _name, number in small), sorted(name for name, _number in small))
