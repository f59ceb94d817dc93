"""One door: its address, and who may look behind it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tests.doors.world import ROLES, World

ALL = frozenset(ROLES)
SIGNED_IN = ALL - {"signed out"}
NOBODY: frozenset[str] = frozenset()
STEWARDS = frozenset({"clerk", "administrator"})
RUN_FORUM = STEWARDS | {"facilitator"}
FACILITATOR = frozenset({"facilitator"})
ADMINISTRATOR = frozenset({"administrator"})
HOLDER = frozenset({"cabinet member"})
OWNER = frozenset({"owner"})
CLERK = frozenset({"clerk"})
CHAIRED = frozenset({"clerk", "chair"})
OFFICES = frozenset(
    {
        *("clerk", "scrutiny officer", "facilitator", "other facilitator", "moderator", "administrator"),
        *("councillor", "chair", "other chair", "cabinet member", "other cabinet member"),
    }
)

Args = Callable[[World], tuple[Any, ...]]


@dataclass(frozen=True)
class Door:
    who: frozenset[str] = ALL
    args: Args = lambda world: ()
    place: str = "forum_place"
    query: Callable[[World], str] = lambda world: ""
    post: bool = False
    hidden: bool = False
    also: frozenset[int] = frozenset()  # other answers than 200 to those who may

    def url(self, world: World, name: str) -> str:
        query = self.query(world)
        args = self.args(world)
        path = "/" + re.sub(r"<[^>]*>+|\(.*\)\$", str(args[0]), name) if "/" in name else reverse(name, args=args)
        return path + (f"?{query}" if query else "")


def one(path: str) -> Args:
    """The parameters `post.pk reference` ... of `world.one`."""

    def found(world: World) -> tuple[Any, ...]:
        return tuple(_follow(world.one, part) for part in path.split())

    return found


def at(stage: str, path: str) -> dict[str, Any]:
    """A record of a stage, and the people of that stage."""

    def found(world: World) -> tuple[Any, ...]:
        return tuple(_follow(world.stage[stage], part) for part in path.split())

    return {"args": found, "place": stage}


def _follow(thing: Any, path: str) -> Any:
    for name in path.split("."):
        thing = thing[name] if isinstance(thing, dict) else getattr(thing, name)
    return thing


def said(*parts: Any) -> Args:
    return lambda world: parts


def opens(names: str, who: frozenset[str] = ALL, **more: Any) -> dict[str, Door]:
    return dict.fromkeys(names.split(), Door(who, **more))


def acts(names: str, who: frozenset[str] = ALL, **more: Any) -> dict[str, Door]:
    return dict.fromkeys(names.split(), Door(who, post=True, **more))
