"""One act: who does it, and what they send."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from core import today
from tests.doors.world import World


class Pick(str):
    """One of what is offered."""

    __slots__ = ()


class Tick(str):
    """A box that is ticked: whatever a browser sends for it says yes."""

    __slots__ = ()


def day(number: int) -> Pick:
    return Pick((today() + timedelta(days=number)).isoformat())


Data = Callable[[World], dict[str, Any]]


@dataclass(frozen=True)
class Act:
    """`by` does it in the control; `may` are all who may."""

    by: str
    may: frozenset[str]
    data: Data
    method: str = "post"
    query: str = ""
    changes: bool = True  # whether it leaves a trace in the database
    token: bool = True  # whether it needs a CSRF token
    ignores: tuple[str, ...] = ()  # fields in which nonsense is passed over


def _nothing(world: World) -> dict[str, Any]:
    return {}


def does(names: str, by: str, may: frozenset[str] | None = None, data: Data = _nothing, **more: Any) -> dict[str, Act]:
    """The same act under each of these addresses: the page's, and its twin's in the API."""
    return dict.fromkeys(names.split(), Act(by, may if may is not None else frozenset({by}), data, **more))
