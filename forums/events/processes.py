"""Processes and their phases."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ProcessCreated(Event):
    """A process stands; `forum_id` is 0 where it is no forum's."""

    process_id: int
    forum_id: int


@dataclass(frozen=True)
class ProcessChanged(Event):
    """Its words, its label, its areas or what belongs with it were written anew."""

    process_id: int


@dataclass(frozen=True)
class PhaseSet(Event):
    """A phase was added to the process, or one of its phases was changed."""

    process_id: int
    phase_id: int


@dataclass(frozen=True)
class PhaseBegan(Event):
    """The first moment of the phase has come; `number` is its place among the phases of that day."""

    process_id: int
    phase_id: int
    number: int
