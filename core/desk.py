"""What waits on a desk: every app tells at start what of its own waits for whom, and the desk joins it all by due time.

An app's `desk` room registers one function for each sort of thing. It is asked for one office at a time, answers with
what waits there in a fixed number of queries, and leaves the order, the pages and the drawing to the desk.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from core.clock import LONDON, now, today

AT_ONCE = 200  # of each sort: nobody reads further before the first of them are done
Order = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Office:
    """Who sits at the desk, in which role, and for which places, such as "forum:3"; None stands for all of them."""

    role: str
    user: Any
    places: tuple[str, ...] | None = None

    def ids(self, prefix: str) -> list[int]:
        """The numbers of the places of one sort."""
        return [int(key.removeprefix(f"{prefix}:")) for key in self.places or () if key.startswith(f"{prefix}:")]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do: a link to where it is done, or a button that sends at most one value."""

    words: Any
    url: str
    sends: bool = False
    name: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that waits: its kind, until when, what it is about, and what can be done."""

    kind: str
    key: str  # unique among those of its kind
    title: str
    url: str
    acts: tuple[Act, ...]
    due: datetime | date | None = None  # a day lasts until its end
    since: datetime | None = None  # of what has no due time, the longest wait comes first
    note: Any = ""
    subject: tuple[str, int] | None = None  # the record on the line
    weight: int = 0  # of what is due at the same moment, the weightiest comes first
    aside: bool = False  # somebody else must do it, because this person stands aside

    @property
    def moment(self) -> datetime | None:
        """When it is late."""
        if self.due is None or isinstance(self.due, datetime):
            return self.due
        return datetime.combine(self.due, time.max, LONDON)

    @property
    def is_late(self) -> bool:
        return self.moment is not None and self.moment < now()

    @property
    def days_late(self) -> int:
        """Whole days; 0 for what is late by hours, or not."""
        return max((today() - self.moment.astimezone(LONDON).date()).days, 0) if self.moment is not None else 0

    @property
    def order(self) -> Order:
        """By due time; after that what has none, by how long it has waited. As text, so that it can stand in an address."""
        if self.moment is not None:
            first = self.moment.astimezone(UTC).isoformat()
        else:
            first = f"~{self.since.astimezone(UTC).isoformat() if self.since else ''}"
        return (first, f"{max(99_999 - self.weight, 0):05}", self.kind, self.key)


Find = Callable[[Office], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Source:
    roles: frozenset[str]
    kinds: dict[str, Any]  # what each kind is called, in the order of the list of kinds
    find: Find


_sources: list[Source] = []


def register(find: Find, *, roles: Collection[str], kinds: dict[str, Any]) -> None:
    """From now on `find(office)` gives the entries of these kinds on the desks of these roles."""
    _sources.append(Source(frozenset(roles), kinds, find))


def names() -> dict[str, Any]:
    """What every kind is called."""
    return {kind: name for source in _sources for kind, name in source.kinds.items()}


def waiting(office: Office) -> list[Entry]:
    """Everything that waits at this desk, also what its holder stands aside from; the first due first."""
    found = (entry for source in _sources if office.role in source.roles for entry in source.find(office))
    return sorted(found, key=lambda entry: entry.order)
