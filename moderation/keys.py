"""Who moderates behind a host key such as "forum:3". The app that owns the place tells at start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from core.text import number
from core.verdicts import Verdict, no


@dataclass(frozen=True, slots=True)
class Place:
    may_moderate: Callable[[Any, int], Verdict]
    moderators: Callable[[int], Iterable[int]]  # sign-ins to tell
    keys_of: Callable[[Any], list[str]]  # the places that this user moderates


_places: dict[str, Place] = {}


def register(
    prefix: str,
    *,
    may_moderate: Callable[[Any, int], Verdict],
    moderators: Callable[[int], Iterable[int]],
    keys_of: Callable[[Any], list[str]],
) -> None:
    _places[prefix] = Place(may_moderate, moderators, keys_of)


def may_moderate(user: Any, key: str) -> Verdict:
    prefix, pk = _parts(key)
    return _places[prefix].may_moderate(user, pk) if prefix in _places else no("")


def moderators(key: str) -> list[int]:
    prefix, pk = _parts(key)
    return list(_places[prefix].moderators(pk)) if prefix in _places else []


def keys_of(user: Any) -> list[str]:
    """Every place that this user moderates by an office there; not what a moderator of the council may see."""
    return [key for place in _places.values() for key in place.keys_of(user)]


def _parts(key: str) -> tuple[str, int]:
    prefix, _colon, rest = key.partition(":")
    return prefix, number(rest)
