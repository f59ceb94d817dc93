"""What happens to a gathering. Moments are ISO, in UTC."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class GatheringScheduled(Event):
    """A date was set."""

    gathering_id: int
    host_kind: str
    host_id: int
    starts_at: str


@dataclass(frozen=True)
class GatheringMoved(Event):
    """It takes place at another time or place; its address stays."""

    gathering_id: int
    was: str
    starts_at: str
    sequence: int


@dataclass(frozen=True)
class GatheringCancelled(Event):
    """It does not take place; the reason stands on its page."""

    gathering_id: int
    starts_at: str


@dataclass(frozen=True)
class GatheringAgendaPublished(Event):
    """The agenda is out."""

    gathering_id: int
    items: int
    starts_at: str


@dataclass(frozen=True)
class GatheringStarted(Event):
    """People have met."""

    gathering_id: int


@dataclass(frozen=True)
class GatheringEnded(Event):
    """It is over. `present` is how many people were written down as being there."""

    gathering_id: int
    present: int


@dataclass(frozen=True)
class NotesWritten(Event):
    """The notes have a new version."""

    gathering_id: int
    version: int


@dataclass(frozen=True)
class NotesAgreed(Event):
    """The members agreed to this version of the notes."""

    gathering_id: int
    version: int
