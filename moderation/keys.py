"""Who moderates behind a host key such as "forum:3". The app that owns the place tells at start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from core.subjects import describe
from core.text import number
from core.verdicts import Verdict, no


@dataclass(frozen=True, slots=True)
class Place:
    may_moderate: Callable[[Any, int], Verdict]
    moderators: Callable[[int], Iterable[int]]  # sign-ins to tell
    keys_of: Callable[[Any], list[str]]  # the places that this user moderates
    kind: str  # of the record behind a key, by which it is named
    offered: Callable[[], list[tuple[int, str]]]  # where a rule of moderation can be set, by name


_places: dict[str, Place] = {}


def register(
    prefix: str,
    *,
    may_moderate: Callable[[Any, int], Verdict],
    moderators: Callable[[int], Iterable[int]],
    keys_of: Callable[[Any], list[str]],
    kind: str,
    offered: Callable[[], list[tuple[int, str]]],
) -> None:
    _places[prefix] = Place(may_moderate, moderators, keys_of, kind, offered)


def may_moderate(user: Any, key: str) -> Verdict:
    prefix, pk = _parts(key)
    return _places[prefix].may_moderate(user, pk) if prefix in _places else no("")


def moderators(key: str) -> list[int]:
    prefix, pk = _parts(key)
    return list(_places[prefix].moderators(pk)) if prefix in _places else []


def keys_of(user: Any) -> list[str]:
    """Every place that this user moderates by an office there; not what a moderator of the council may see."""
    return [key for place in _places.values() for key in place.keys_of(user)]


def labels(wanted: Iterable[str]) -> dict[str, str]:
    """The places by their names; what is not public has none."""
    found = {key: (_places[prefix].kind, pk) for key in wanted for prefix, pk in [_parts(key)] if prefix in _places}
    known = describe(found.values())
    return {key: known[about].label for key, about in found.items() if about in known and known[about].public}


def offered() -> list[tuple[str, str]]:
    """Every place for which a rule can be set."""
    return [(f"{prefix}:{pk}", label) for prefix, place in _places.items() for pk, label in place.offered()]


def _parts(key: str) -> tuple[str, int]:
    prefix, _colon, rest = key.partition(":")
    return prefix, number(rest)
