"""The facilitator's check: is this the forum's business?"""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import now
from core.verdicts import Refused, no, require
from ledger.actions import record
from proposals.actions import steps
from proposals.actions.tally import settle, tell_now
from proposals.events import RemitChecked
from proposals.models import Proposal, RemitCheck, RemitReason
from proposals.policies import may_check
from proposals.states import State

IN_REMIT, REFUSED = RemitCheck.Outcome.IN_REMIT, RemitCheck.Outcome.REFUSED


@transaction.atomic
def check_remit(
    *, actor: Any, proposal: Proposal, outcome: str, reason: RemitReason | None = None, statement: str = ""
) -> RemitCheck:
    """The finding is published. A refusal needs a reason from the list and a statement; it freezes the supports as they are.

    Within the remit, the members' turn begins at once where the threshold is reached already.
    """
    proposal = settle(proposal)
    require(may_check(actor, proposal))
    if outcome == REFUSED and (reason is None or not statement.strip()):
        raise Refused(
            no(_("A refusal needs a reason from the list and a statement in your own words. Both are published."))
        )
    moment = now()
    check = RemitCheck.objects.create(
        proposal=proposal, outcome=outcome, reason=reason, statement=statement.strip(), by=actor, at=moment
    )
    if outcome == REFUSED:
        tell_now(proposal)
        proposal.move(State.REFUSED, checked_at=moment, supports_closed_at=moment)
        steps.end(proposal, f"{reason}: {statement.strip()}")
    else:
        Proposal.objects.filter(pk=proposal.pk).update(checked_at=moment)
        proposal.checked_at = moment
        steps.checked(proposal)
    event = RemitChecked(proposal.pk, outcome=str(outcome), reason_code=reason.code if reason else "")
    record(event, actor=actor, subject=proposal, role="facilitator")
    return check
