"""The council's bodies, and what they owe to those who asked."""

from committees.models.answers import Recommendation, Response, SeatVote
from committees.models.bodies import Body, Councillor, Paper, Portfolio, Seat
from committees.models.meetings import AgendaItem, Meeting
from committees.models.promises import Claim, Commitment, Judgement, Progress
from committees.models.referrals import Referral

__all__ = [
    "AgendaItem",
    "Body",
    "Claim",
    "Commitment",
    "Councillor",
    "Judgement",
    "Meeting",
    "Paper",
    "Portfolio",
    "Progress",
    "Recommendation",
    "Referral",
    "Response",
    "Seat",
    "SeatVote",
]
