"""A deadline got another date: the rows that show it follow."""

from django.db import transaction

from clocks.models import Deadline
from committees.models import Claim, Meeting, Recommendation
from committees.states import ClaimState, RecommendationState
from core import pagecache


@transaction.atomic
def follow_deadline(*, deadline: Deadline) -> None:
    """The meeting, the recommendation or the claim under the deadline has its date; a met deadline changes nothing."""
    if deadline.met_at is not None:
        return
    pk = deadline.subject_id
    match deadline.subject_kind:
        case "committees.meeting":
            Meeting.objects.filter(pk=pk, notice=deadline).update(publish_by=deadline.due)
        case "committees.recommendation":
            # A date that moved on can be missed anew, and is told anew.
            rows = Recommendation.objects.filter(
                pk=pk, state=RecommendationState.ISSUED, body__answer_rule=deadline.rule.key
            )
            rows.update(answer_due=deadline.due, overdue_told_at=None)
        case "committees.claim":
            if deadline.rule.key == "committees.judge":
                Claim.objects.filter(pk=pk, state=ClaimState.OPEN).update(judge_by=deadline.due)
    pagecache.touch()
