"""How a vote came out: overall, by kind of seat, and what each kind changed. Pure functions of votes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from committees.states import SeatKind, VoteChoice

ADOPTED, LOST, TIED = "adopted", "lost", "tied"


@dataclass(frozen=True, slots=True)
class Totals:
    """Votes of some seats."""

    in_favour: int
    against: int
    abstained: int

    @property
    def cast(self) -> int:
        return self.in_favour + self.against + self.abstained


@dataclass(frozen=True, slots=True)
class KindLine:
    """How one kind of seat voted, and what the result had been without it."""

    kind: str
    label: str
    totals: Totals
    without: str  # "adopted", "lost" or "tied"


@dataclass(frozen=True, slots=True)
class Tally:
    totals: Totals
    result: str  # as the votes stand, before any casting vote
    kinds: tuple[KindLine, ...]


def count(votes: Iterable[tuple[str, str]]) -> Tally:
    """The tally of (seat kind, choice) pairs. Kinds that did not vote are left out."""
    cast = list(votes)
    totals = _totals(choice for _kind, choice in cast)
    present = [kind for kind in SeatKind if any(voted == kind for voted, _choice in cast)]
    lines = tuple(
        KindLine(
            kind.value,
            str(kind.label),
            _totals(choice for voted, choice in cast if voted == kind),
            result_of(_totals(choice for voted, choice in cast if voted != kind)),
        )
        for kind in present
    )
    return Tally(totals, result_of(totals), lines)


def result_of(totals: Totals) -> str:
    """More for than against adopts; abstentions decide nothing. Nobody for and nobody against is a tie as well."""
    if totals.in_favour == totals.against:
        return TIED
    return ADOPTED if totals.in_favour > totals.against else LOST


def decided(totals: Totals, casting_vote: str) -> str:
    """The result once the chair has cast a second vote; still "tied" where a tie was left without one."""
    result = result_of(totals)
    casting: Mapping[str, str] = {VoteChoice.FOR: ADOPTED, VoteChoice.AGAINST: LOST}
    return casting.get(casting_vote, TIED) if result == TIED else result


def _totals(choices: Iterable[str]) -> Totals:
    counted = Counter(choices)
    return Totals(counted[VoteChoice.FOR], counted[VoteChoice.AGAINST], counted[VoteChoice.ABSTAIN])
