"""What the cabinet owed, answered and promised, and what those who asked say of it.

A judgement of a delivery is never an event, since who gave it is private; what the judgements came to is.
"""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class RecommendationIssued(Event):
    """The cabinet member received it, and owes an answer by `due`. Dates are ISO."""

    recommendation_id: int
    portfolio_id: int
    received_on: str
    due: str


@dataclass(frozen=True)
class AnswerOverdue(Event):
    """The day for the answer has passed without one. Recorded once."""

    recommendation_id: int
    portfolio_id: int
    due: str


@dataclass(frozen=True)
class RecommendationAnswered(Event):
    """The cabinet member answered: accept, part or reject; 0 for no promise."""

    recommendation_id: int
    portfolio_id: int
    answer: str
    commitment_id: int = 0
    days_late: int = 0


@dataclass(frozen=True)
class ResponseCorrected(Event):
    """The answer has a new version; the older ones stay."""

    recommendation_id: int
    version: int
    answer: str


@dataclass(frozen=True)
class CommitmentMade(Event):
    """The cabinet promised something, to be done by `due` (ISO)."""

    commitment_id: int
    recommendation_id: int
    portfolio_id: int
    due: str


@dataclass(frozen=True)
class ProgressReported(Event):
    """The owner said how a promise goes; `due_was` where its day moved. Dates are ISO."""

    commitment_id: int
    state: str
    due: str
    due_was: str = ""


@dataclass(frozen=True)
class CommitmentOverdue(Event):
    """The day of a promise has passed. Recorded once for each day it was promised for."""

    commitment_id: int
    portfolio_id: int
    due: str


@dataclass(frozen=True)
class DeliveryClaimed(Event):
    """The owner says that it is done; those who asked say until `judge_by` (ISO) whether that is so."""

    claim_id: int
    commitment_id: int
    judge_by: str


@dataclass(frozen=True)
class DeliveryConfirmed(Event):
    """The time is over, and some of those who asked confirm it."""

    claim_id: int
    commitment_id: int
    confirmed: int
    disputed: int


@dataclass(frozen=True)
class DeliveryUnanswered(Event):
    """The time is over; nobody confirmed it, and too few disputed it."""

    claim_id: int
    commitment_id: int
    disputed: int


@dataclass(frozen=True)
class DeliveryDisputed(Event):
    """Those who asked say it was not delivered; the committee takes it up by `due` (ISO)."""

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
