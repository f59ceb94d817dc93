"""What floors above do when two persons turn out to be one human being.

A function registered here moves the rows of the merged person to the one that is kept, dropping those that the kept one has
already (one support per person and proposal). It runs inside the merging transaction.
"""

from collections.abc import Callable
from typing import TypeVar

Fold = Callable[[int, int], None]
Folding = TypeVar("Folding", bound=Fold)

_folds: dict[str, Fold] = {}


def folds(fold: Folding) -> Folding:
    """`fold(kept_person_id, merged_person_id)` is run at each merging, once, in the order of the apps' names."""
    _folds[f"{fold.__module__}.{fold.__qualname__}"] = fold
    return fold


def all_folds() -> list[Fold]:
    return [_folds[name] for name in sorted(_folds)]
