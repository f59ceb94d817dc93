"""What follows a meeting, and what people are reminded of."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class NotesObjected(Event):
    """A member objects to a version of the notes; the reason stands beside it."""

    gathering_id: int
    version: int
    objection_id: int


@dataclass(frozen=True)
class ReportPublished(Event):
    """The closing report is out, with the notes that were agreed."""

    gathering_id: int
    version: int


@dataclass(frozen=True)
class GatheringNears(Event):
    """Those who have registered are reminded; `days` are left."""

    gathering_id: int
    days: int
    starts_at: str


@dataclass(frozen=True)
class GatheringToClose(Event):
    """The time of a meeting is over, and nobody has ended it."""

    gathering_id: int
    starts_at: str


@dataclass(frozen=True)
class NotesOwed(Event):
    """A meeting has no notes yet; they are due on a day."""

    gathering_id: int
    due: str
