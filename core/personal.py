"""Export and erasure of one person, registered by every app that keeps something about people.

`export` answers with plain data for "my data"; `erase` removes or blanks what names the person, and is
called inside one transaction. Both take the keys of the person and, where there is one, of the sign-in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Export = Callable[[int, int | None], dict[str, Any]]
Erase = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class PersonalRoom:
    app: str
    export: Export
    erase: Erase


_rooms: dict[str, PersonalRoom] = {}


def register(app: str, *, export: Export, erase: Erase) -> None:
    _rooms[app] = PersonalRoom(app, export, erase)


def rooms() -> list[PersonalRoom]:
    return [_rooms[app] for app in sorted(_rooms)]
