"""What arrives to be published. The app that owns an act tells at start how it is done once a person has looked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Publish = Callable[[Any], str]
Count = Callable[[int], "Written"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One act on its way in, with everything that it takes to do it later."""

    act: str
    host_key: str
    title: str  # where it would stand
    url: str
    text: str  # what is judged
    html: str  # what moderators read: safe HTML
    payload: dict[str, Any] = field(default_factory=dict)
    about: tuple[str, int] | None = None  # the draft that waits
    place_asks: bool = False  # the place looks at everything first
    exempt: bool = False  # whoever would look at it themselves


@dataclass(frozen=True, slots=True)
class Written:
    """How much somebody has published, and how much of it stands a day later."""

    total: int = 0
    stands: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(self.total + other.total, self.stands + other.stands)


_publishers: dict[str, Publish] = {}
_counts: list[Count] = []


def publishes(act: str) -> Callable[[Publish], Publish]:
    """`publish(held)` does the act as its author, under the policies of the moment, and answers with the address of what became of it."""

    def register(publish: Publish) -> Publish:
        _publishers[act] = publish
        return publish

    return register


def publish(held: Any) -> str:
    return _publishers[held.act](held)


def counts(count: Count) -> Count:
    """From now on `count(person_id)` adds to what somebody has written."""
    _counts.append(count)
    return count


def written_by(person_id: int) -> Written:
    """All that they have published, whatever app owns it."""
    return sum((count(person_id) for count in _counts), Written())
