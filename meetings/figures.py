"""How many of which kind were there, so that no figure points at one person. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.small_numbers import apart, ranked


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. Those whose number is withheld stand together, without label or number: a name alone says that somebody was there."""

    label: str
    number: int | None


def exact(counts: Mapping[str, int]) -> list[Row]:
    """The largest first, then by name."""
    return [Row(label, number) for label, number in ranked(counts)]


def for_everybody(counts: Mapping[str, int]) -> list[Row]:
    """The same without small numbers, nor any that could be told from the total."""
    shown, hidden = apart(counts)
    return [*(Row(label, number) for label, number in shown), *([Row("", None)] if hidden else [])]
