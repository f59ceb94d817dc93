"""Who above has asked to hear of which event. Filled at start by each app's subscribers and notices rooms."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from ledger.events import Event

Listener = Callable[..., None]
Heard = TypeVar("Heard", bound=Listener)

_by_event: dict[str, list[str]] = defaultdict(list)
_by_name: dict[str, Listener] = {}


def hears(*events: type[Event]) -> Callable[[Heard], Heard]:
    """Run the function `(event, entry)` once for every entry of these events, in a worker, soon after its commit.

    It runs in one transaction with the row that stands for its delivery: both hold or neither. After a
    failure it runs again, so what it does outside the database must bear repeating.
    """

    def register(listener: Heard) -> Heard:
        name = f"{listener.__module__}.{listener.__qualname__}"
        _by_name[name] = listener
        for event in events:
            if name not in _by_event[event.name]:
                _by_event[event.name].append(name)
        return listener

    return register


def listeners_of(event_name: str) -> list[str]:
    return list(_by_event.get(event_name, ()))


def listener(name: str) -> Listener | None:
    return _by_name.get(name)
