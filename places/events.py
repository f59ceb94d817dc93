"""What has happened to the map. Counts and codes only."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class AreasImported(Event):
    added: int
    changed: int


@dataclass(frozen=True)
class BoundariesSet(Event):
    count: int


@dataclass(frozen=True)
class PostcodesImported(Event):
    added: int
    changed: int


@dataclass(frozen=True)
class AreaSucceeded(Event):
    """At a boundary review `old_id` went, in part or whole, into `new_id`."""

    old_id: int
    new_id: int
