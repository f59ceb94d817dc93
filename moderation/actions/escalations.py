"""Hand what may be against the law to the council's moderators."""

from typing import Any

from django.db import transaction

from core import now
from core.subjects import key_of
from core.verdicts import Verdict, require
from ledger.actions import record
from moderation.actions.locks import require_held
from moderation.actions.writing import decide_on, lock
from moderation.events import ContentEscalated
from moderation.models import Decision, Escalation, Moderated, Reason
from moderation.policies import may_decide
from moderation.queries.escalations import urgent_until


@transaction.atomic
def escalate(*, actor: Any, subject: Moderated, statement: str, host_key: str, verdict: Verdict) -> Escalation:
    """It is hidden from this moment, the author is told why, and the council's moderators owe a decision within hours.

    They run from this moment, or from the first report that said the same.
    """
    require(may_decide(actor, subject, verdict))
    lock(subject)
    require_held(actor, subject)
    reason = Reason.objects.get(code=Reason.UNLAWFUL)
    due_at = urgent_until(key_of(subject))  # asked before the decision answers the reports
    decision = decide_on(actor, subject, Decision.Outcome.HIDE, reason, statement, host_key)
    kind, pk = key_of(subject)
    made = Escalation.objects.create(
        decision=decision, subject_kind=kind, subject_id=pk, by=actor, at=now(), due_at=due_at
    )
    event = ContentEscalated(escalation_id=made.pk, subject_kind=kind, subject_id=pk)
    record(event, actor=actor, subject=decision, role="moderator", public=False)
    return made
