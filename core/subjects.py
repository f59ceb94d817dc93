"""How a lower floor names, links and permission-checks a record of a floor above, without importing it.

A subject is a pair (kind, id), such as ("proposals.proposal", 7). Each app registers at start, in its
`subjects` room, one describer per kind, which answers for many ids at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class Subject:
    """What may be said of a record: its label, its permanent address, and whether anybody may see it."""

    kind: str
    id: int
    label: str
    url: str
    public: bool = True


Describer = Callable[[list[int]], dict[int, Subject]]
Viewer = Callable[[Any, list[int]], set[int]]

_describers: dict[str, Describer] = {}
_viewers: dict[str, Viewer] = {}
_models: dict[str, type[models.Model]] = {}


def key_of(record: models.Model) -> tuple[str, int]:
    """(kind, id) of a saved record."""
    return record._meta.label_lower, int(record.pk)


def register(model: type[models.Model], describe: Describer, visible: Viewer | None = None) -> None:
    """From now on `describe(ids)` answers for records of `model`; `visible(user, ids)` says which of the non-public ones a user may see."""
    kind = model._meta.label_lower
    _models[kind] = model
    _describers[kind] = describe
    if visible:
        _viewers[kind] = visible


def describe(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Subject]:
    """Subjects by key, one describer call (a fixed number of queries) per kind; unknown or vanished ones are left out."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, pk in dict.fromkeys(keys):
        by_kind[kind].append(pk)
    return {
        (kind, pk): subject
        for kind, ids in by_kind.items()
        if kind in _describers
        for pk, subject in _describers[kind](ids).items()
    }


def visible(user: Any, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Subject]:
    """The described subjects that `user` may see."""
    described = describe(keys)
    hidden: dict[str, list[int]] = defaultdict(list)
    for kind, pk in (key for key, subject in described.items() if not subject.public):
        hidden[kind].append(pk)
    allowed = {(kind, pk) for kind, ids in hidden.items() if kind in _viewers for pk in _viewers[kind](user, ids)}
    return {key: subject for key, subject in described.items() if subject.public or key in allowed}


def model_of(kind: str) -> type[models.Model]:
    """The model behind a registered kind. Raises KeyError for an unknown one."""
    return _models[kind]


def kinds() -> list[str]:
    return sorted(_models)
