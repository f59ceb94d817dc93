"""The committees' daily jobs. Each may run twice, or late, without harm."""

from celery import shared_task

from committees.actions.overdue import flag_answer, flag_commitment
from committees.actions.promises import close_judgement
from committees.models import Claim, Commitment, Recommendation
from committees.states import ClaimState
from core import today


@shared_task
def flag_overdue() -> int:
    """Every answer and every promise whose day has passed is on record as overdue, once; gives how many were news."""
    day = today()
    answers = Recommendation.objects.late(day).filter(overdue_told_at=None).order_by("pk")
    promises = Commitment.objects.late(day).filter(overdue_told_at=None).order_by("pk")
    return sum(flag_answer(recommendation=row) for row in answers) + sum(
        flag_commitment(commitment=row) for row in promises
    )


@shared_task
def close_judgements() -> int:
    """Every delivery whose time to be judged is over is closed; gives how many were."""
    due = list(Claim.objects.filter(state=ClaimState.OPEN, judge_by__lt=today()).order_by("pk"))
    for claim in due:
        close_judgement(claim=claim)
    return len(due)
