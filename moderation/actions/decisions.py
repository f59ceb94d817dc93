"""Decide on one thing: hide it, keep it, show it again."""

from typing import Any

from django.db import transaction

from core.verdicts import Verdict, require
from moderation.actions.locks import require_held
from moderation.actions.writing import answer_waiting_appeal, decide_on, lock
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

    `verdict` is the owner's policy on whether `actor` may moderate here. Whoever decides has it on the desk (`take`); of two
    decisions at once the second is refused, and told that it has been decided or who has it.
    """
    require(may_decide(actor, subject, verdict))
    lock(subject)
    require_held(actor, subject)
    decision = decide_on(actor, subject, outcome, reason, statement, host_key)
    if outcome == Decision.Outcome.RESTORE:
        answer_waiting_appeal(decision, actor)
    return decision
