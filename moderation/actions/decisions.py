"""Decide on one thing: hide it, keep it, show it again."""

from typing import Any

from django.db import transaction

from core.verdicts import Verdict, require
from moderation.actions.locks import require_held
from moderation.actions.rewording import ask_to_rephrase, take_words_out
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
    text: str = "",
    hold_back: bool = False,
) -> Decision:
    """It is hidden, kept or shown again from this moment; the waiting reports are answered and the author is told why.

    `text`: what is left of it when the outcome is "edit". `hold_back`: out of sight until its author has found other words ("rephrase").
    `verdict` is the owner's policy on whether `actor` may moderate here. Whoever decides has it on the desk (`take`); of two
    decisions at once the second is refused, and told that it has been decided or who has it.
    """
    require(may_decide(actor, subject, verdict))
    lock(subject)
    require_held(actor, subject)
    decision = decide_on(actor, subject, outcome, reason, statement, host_key)
    if outcome == Decision.Outcome.EDIT:
        take_words_out(subject, decision, text)
    elif outcome == Decision.Outcome.REPHRASE:
        ask_to_rephrase(subject, decision, hold_back=hold_back)
    elif outcome == Decision.Outcome.RESTORE:
        answer_waiting_appeal(decision, actor)
    return decision
