"""What happened to a meeting, its agenda and what it decided."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class MeetingScheduled(Event):
    """A meeting was called for a day; its agenda is out by `publish_by`. Dates are ISO."""

    meeting_id: int
    body_id: int
    on: str
    publish_by: str


@dataclass(frozen=True)
class MeetingMoved(Event):
    """A meeting is on another day. Dates are ISO."""

    meeting_id: int
    body_id: int
    was: str
    on: str


@dataclass(frozen=True)
class MeetingCancelled(Event):
    """A meeting is not held; its items stand on the agenda of `to_meeting_id`, 0 where it had none."""

    meeting_id: int
    body_id: int
    to_meeting_id: int = 0


@dataclass(frozen=True)
class AgendaItemAdded(Event):
    """Something stands on an agenda; `late` after the agenda was out, for the chair's written reason."""

    item_id: int
    meeting_id: int
    late: bool


@dataclass(frozen=True)
class AgendaPublished(Event):
    """The agenda is out; `digest` is the SHA-256 of its text. Dates are ISO."""

    meeting_id: int
    body_id: int
    on: str
    last_day: str
    items: int
    short_notice: bool
    digest: str


@dataclass(frozen=True)
class MeetingStarted(Event):
    """A meeting was opened."""

    meeting_id: int
    body_id: int


@dataclass(frozen=True)
class SeatsCounted(Event):
    """Who of the seats is there; `quorate` says whether the body can decide."""

    meeting_id: int
    present: int
    quorum: int
    quorate: bool


@dataclass(frozen=True)
class MeetingEnded(Event):
    """A meeting is over, and each of its items was dealt with."""

    meeting_id: int
    body_id: int
    items: int


@dataclass(frozen=True)
class RecommendationDrafted(Event):
    """A draft stands for the committee to vote on."""

    recommendation_id: int
    item_id: int


@dataclass(frozen=True)
class RecommendationWithdrawn(Event):
    """A draft was taken back before a vote."""

    recommendation_id: int
    item_id: int


@dataclass(frozen=True)
class RecommendationVoted(Event):
    """The committee voted. Only the totals are here; who voted how stands on the page. `casting` is the chair's second vote, if it took one."""

    recommendation_id: int
    item_id: int
    adopted: bool
    votes_for: int
    votes_against: int
    abstained: int
    casting: str = ""


@dataclass(frozen=True)
class ItemConsidered(Event):
    """The committee dealt with an item, and made so many recommendations."""

    item_id: int
    meeting_id: int
    recommendations: int


@dataclass(frozen=True)
class ItemAdjourned(Event):
    """An item was put off to a named meeting, `on` that day (ISO)."""

    item_id: int
    meeting_id: int
    to_meeting_id: int
    on: str
