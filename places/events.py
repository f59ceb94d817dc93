"""What has happened to the map. Counts and codes only."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class AreasImported(Event):
    """Areas came in from a file."""

    added: int
    changed: int


@dataclass(frozen=True)
class BoundariesSet(Event):
    """Areas have new boundaries."""

    count: int


@dataclass(frozen=True)
class PostcodesImported(Event):
    """The table of postcodes came in from a file."""

    added: int
    changed: int


@dataclass(frozen=True)
class PopulationAdded(Event):
    """Figures of how many people live where came in, with their source."""

    figures: int
    as_of: str  # ISO


@dataclass(frozen=True)
class AreaSucceeded(Event):
    """At a boundary review `old_id` went, in part or whole, into `new_id`."""

    old_id: int
    new_id: int
