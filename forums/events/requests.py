"""A request for a forum. That somebody backs it is never an event."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ForumRequested(Event):
    """A resident asks for a forum; `needed` residents put it before the council."""

    request_id: int
    needed: int


@dataclass(frozen=True)
class RequestReached(Event):
    """Enough residents stand behind it; the council answers by `due`."""

    request_id: int
    backers: int
    due: str  # ISO


@dataclass(frozen=True)
class RequestAnswered(Event):
    """The council said yes or no, with reasons. `forum_id` is 0 for a no."""

    request_id: int
    agreed: bool
    forum_id: int


@dataclass(frozen=True)
class RequestReviewAsked(Event):
    """A backer asked scrutiny to look at the refusal; it answers by `due`."""

    request_id: int
    due: str  # ISO


@dataclass(frozen=True)
class RequestReviewed(Event):
    """Scrutiny confirmed the refusal, or overturned it and the forum is founded."""

    request_id: int
    overturned: bool
    forum_id: int
