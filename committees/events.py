"""What has happened on a council body, in ids, dates and codes.

A judgement of a delivery is never an event, since who gave it is private; what the judgements came to is.
"""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class BodyCreated(Event):
    body_id: int


@dataclass(frozen=True)
class PortfolioCreated(Event):
    portfolio_id: int


@dataclass(frozen=True)
class PortfolioHeld(Event):
    """Somebody holds the portfolio from now on, or (`vacant`) nobody does."""

    portfolio_id: int
    vacant: bool = False


@dataclass(frozen=True)
class CouncillorAdded(Event):
    councillor_id: int


@dataclass(frozen=True)
class CouncillorLeft(Event):
    councillor_id: int
    on: str


@dataclass(frozen=True)
class SeatAdded(Event):
    seat_id: int
    body_id: int
    kind: str


@dataclass(frozen=True)
class SeatFilled(Event):
    seat_id: int
    body_id: int
    kind: str


@dataclass(frozen=True)
class SeatVacated(Event):
    seat_id: int
    body_id: int
    kind: str


@dataclass(frozen=True)
class OutputReferred(Event):
    referral_id: int
    output_id: int
    body_id: int
    due: str


@dataclass(frozen=True)
class ReferralAcknowledged(Event):
    referral_id: int
    output_id: int
    body_id: int
    due: str


@dataclass(frozen=True)
class ReferralAccepted(Event):
    referral_id: int
    output_id: int
    body_id: int
    meeting_id: int
    on: str


@dataclass(frozen=True)
class ReferralRedirected(Event):
    referral_id: int
    output_id: int
    body_id: int
    to_referral_id: int
    to_body_id: int


@dataclass(frozen=True)
class ReferralRefused(Event):
    referral_id: int
    output_id: int
    body_id: int


@dataclass(frozen=True)
class MeetingScheduled(Event):
    meeting_id: int
    body_id: int
    on: str
    publish_by: str


@dataclass(frozen=True)
class MeetingMoved(Event):
    meeting_id: int
    body_id: int
    was: str
    on: str


@dataclass(frozen=True)
class MeetingCancelled(Event):
    meeting_id: int
    body_id: int
    to_meeting_id: int = 0


@dataclass(frozen=True)
class AgendaItemAdded(Event):
    item_id: int
    meeting_id: int
    late: bool


@dataclass(frozen=True)
class AgendaPublished(Event):
    meeting_id: int
    body_id: int
    on: str
    last_day: str
    items: int
    short_notice: bool
    digest: str


@dataclass(frozen=True)
class MeetingStarted(Event):
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
    meeting_id: int
    body_id: int
    items: int


@dataclass(frozen=True)
class RecommendationDrafted(Event):
    recommendation_id: int
    item_id: int


@dataclass(frozen=True)
class RecommendationWithdrawn(Event):
    recommendation_id: int
    item_id: int


@dataclass(frozen=True)
class RecommendationVoted(Event):
    recommendation_id: int
    item_id: int
    adopted: bool
    votes_for: int
    votes_against: int
    abstained: int
    casting: str = ""


@dataclass(frozen=True)
class ItemConsidered(Event):
    item_id: int
    meeting_id: int
    recommendations: int


@dataclass(frozen=True)
class ItemAdjourned(Event):
    item_id: int
    meeting_id: int
    to_meeting_id: int
    on: str


@dataclass(frozen=True)
class RecommendationIssued(Event):
    recommendation_id: int
    portfolio_id: int
    received_on: str
    due: str


@dataclass(frozen=True)
class AnswerOverdue(Event):
    recommendation_id: int
    portfolio_id: int
    due: str


@dataclass(frozen=True)
class RecommendationAnswered(Event):
    recommendation_id: int
    portfolio_id: int
    answer: str
    commitment_id: int = 0
    days_late: int = 0


@dataclass(frozen=True)
class ResponseCorrected(Event):
    recommendation_id: int
    version: int
    answer: str


@dataclass(frozen=True)
class CommitmentMade(Event):
    commitment_id: int
    recommendation_id: int
    portfolio_id: int
    due: str


@dataclass(frozen=True)
class ProgressReported(Event):
    commitment_id: int
    state: str
    due: str
    due_was: str = ""


@dataclass(frozen=True)
class CommitmentOverdue(Event):
    commitment_id: int
    portfolio_id: int
    due: str


@dataclass(frozen=True)
class DeliveryClaimed(Event):
    claim_id: int
    commitment_id: int
    judge_by: str


@dataclass(frozen=True)
class DeliveryConfirmed(Event):
    claim_id: int
    commitment_id: int
    confirmed: int
    disputed: int


@dataclass(frozen=True)
class DeliveryUnanswered(Event):
    claim_id: int
    commitment_id: int
    disputed: int


@dataclass(frozen=True)
class DeliveryDisputed(Event):
    claim_id: int
    commitment_id: int
    confirmed: int
    disputed: int
    due: str


@dataclass(frozen=True)
class DisputeTaken(Event):
    """A disputed delivery stands on an agenda."""

    claim_id: int
    commitment_id: int
    item_id: int
    meeting_id: int
    on: str
