"""Decide on one thing: hide it, keep it, show it again."""

from typing import Any

from django.db import transaction

from core.verdicts import Verdict, require
from moderation.actions.writing import answer_waiting_appeal, decide_on
from moderation.models import Decision, Moderated, Reason
from moderation.policies import may_decide


@transaction.atomic
def decide(
    *,
    actor: Any,
    subject: Moderated,
    outcome: str,
    reason: Reason | None = None,
    statement: str,
    host_key: str,
    verdict: Verdict,
) -> Decision:
    """It is hidden, kept or shown again from this moment; the waiting reports are answered and the author is told why.

    `verdict` is the owner's policy on whether `actor` may moderate here. Of two decisions at once the second meets
    StateConflict if the first has left nothing to decide.
    """
    require(may_decide(actor, subject, verdict))
    decision = decide_on(actor, subject, outcome, reason, statement, host_key)
    if outcome == Decision.Outcome.RESTORE:
        answer_waiting_appeal(decision, actor)
    return decision
