"""Say once, on the first day, that something is late. What is late shows from that day without this; this puts it on record and tells people."""

from django.db import transaction

from committees import events
from committees.models import Commitment, Recommendation
from core import now
from ledger.actions import record


@transaction.atomic
def flag_answer(*, recommendation: Recommendation) -> bool:
    """The record says that this answer is overdue; whether that was news."""
    if not Recommendation.objects.filter(pk=recommendation.pk, overdue_told_at=None).update(overdue_told_at=now()):
        return False
    assert recommendation.answer_due is not None
    event = events.AnswerOverdue(recommendation.pk, recommendation.portfolio_id, recommendation.answer_due.isoformat())
    record(event, actor=None, subject=recommendation)
    return True


@transaction.atomic
def flag_commitment(*, commitment: Commitment) -> bool:
    """The record says that this promise is overdue; whether that was news. A new day can be missed anew."""
    if not Commitment.objects.filter(pk=commitment.pk, overdue_told_at=None).update(overdue_told_at=now()):
        return False
    event = events.CommitmentOverdue(commitment.pk, commitment.portfolio_id, commitment.due.isoformat())
    record(event, actor=None, subject=commitment)
    return True
