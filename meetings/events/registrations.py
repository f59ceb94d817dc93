"""Who comes is private: these events are kept for those concerned, and only the first is for everybody."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class RegistrationOpened(Event):
    """People can register from now on, or the places have changed. `places` is 0 where there is no limit."""

    gathering_id: int
    places: int
    reserved: int


@dataclass(frozen=True)
class RegistrationTaken(Event):
    """Somebody has registered; with a place, or on the waiting list."""

    gathering_id: int
    registration_id: int
    code: str
    waiting: bool
    starts_at: str


@dataclass(frozen=True)
class MovedUp(Event):
    """Somebody on the waiting list has a place now."""

    gathering_id: int
    registration_id: int
    code: str
    starts_at: str


@dataclass(frozen=True)
class RegistrationCancelled(Event):
    """Somebody will not come after all."""

    gathering_id: int
    registration_id: int
