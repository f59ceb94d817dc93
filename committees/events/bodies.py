"""What happened to bodies, posts and seats."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class BodyCreated(Event):
    """A council body was set up."""

    body_id: int


@dataclass(frozen=True)
class PortfolioCreated(Event):
    """A post of the cabinet was written down."""

    portfolio_id: int


@dataclass(frozen=True)
class PortfolioHeld(Event):
    """Somebody holds the portfolio from now on, or (`vacant`) nobody does."""

    portfolio_id: int
    vacant: bool = False


@dataclass(frozen=True)
class CouncillorAdded(Event):
    """Somebody is in office for a ward."""

    councillor_id: int


@dataclass(frozen=True)
class CouncillorLeft(Event):
    """Somebody is no longer a councillor, from `on` (ISO)."""

    councillor_id: int
    on: str


@dataclass(frozen=True)
class PaperListed(Event):
    """A document of a body stands on its page."""

    body_id: int
    paper_id: int
    kind: str


@dataclass(frozen=True)
class PaperWithdrawn(Event):
    """A document of a body no longer holds; it stays listed as one of the past."""

    body_id: int
    paper_id: int


@dataclass(frozen=True)
class SeatAdded(Event):
    """A body has one more seat; it is vacant."""

    seat_id: int
    body_id: int
    kind: str


@dataclass(frozen=True)
class SeatFilled(Event):
    """Somebody was appointed to a seat."""

    seat_id: int
    body_id: int
    kind: str


@dataclass(frozen=True)
class SeatVacated(Event):
    """Nobody has the seat any more."""

    seat_id: int
    body_id: int
    kind: str
