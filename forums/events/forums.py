"""A forum and its people."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ForumCreated(Event):
    """A forum stands and can be joined."""

    forum_id: int


@dataclass(frozen=True)
class ForumChanged(Event):
    """Its title, purpose, areas or topics were written anew."""

    forum_id: int


@dataclass(frozen=True)
class ForumMoved(Event):
    """It was paused, taken up again or closed."""

    forum_id: int
    state: str


@dataclass(frozen=True)
class ForumJoined(Event):
    """Somebody is a member of the forum; not public."""

    forum_id: int


@dataclass(frozen=True)
class PlaceGiven(Event):
    """Somebody who waited has a place in the forum; not public."""

    forum_id: int
    person_id: int


@dataclass(frozen=True)
class ForumLeft(Event):
    """Somebody is a member no more; not public."""

    forum_id: int


@dataclass(frozen=True)
class FacilitatorAppointed(Event):
    """The person runs the forum, and no longer decides its content."""

    forum_id: int
    person_id: int


@dataclass(frozen=True)
class FacilitatorEnded(Event):
    """The person is a plain member again."""

    forum_id: int
    person_id: int


@dataclass(frozen=True)
class MandateGiven(Event):
    """Somebody speaks for the forum, with a text and for a time."""

    forum_id: int
    mandate_id: int


@dataclass(frozen=True)
class MandateRecalled(Event):
    """The forum called its representative back."""

    forum_id: int
    mandate_id: int
