"""What arrived and waits."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class HeldBack(Event):
    """Something waits for a person before it is published; not public. `act` is what was to be done, such as "forums.reply"."""

    held_id: int
    act: str


@dataclass(frozen=True)
class HeldReleased(Event):
    """A person looked and it was published; what was published has its own entry. Not public."""

    held_id: int
    act: str


@dataclass(frozen=True)
class HeldTakenBack(Event):
    """Its author took it back before anybody looked; not public."""

    held_id: int
