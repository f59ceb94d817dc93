"""Endings without a ballot: the author withdraws, or time runs out. The page, the count and the reason stay."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import now, text, today
from core.verdicts import Refused, no, require
from ledger.actions import record
from proposals.actions import steps
from proposals.actions.tally import settle, tell_now
from proposals.events import ProposalExpired, ProposalWithdrawn
from proposals.models import Proposal
from proposals.policies import may_withdraw
from proposals.states import State


@transaction.atomic
def withdraw_proposal(*, actor: Any, proposal: Proposal, reason: str) -> Proposal:
    """The author takes the proposal back, with a published reason; what was supported and said stays on record."""
    reason = text.one_line(reason)
    proposal = settle(proposal)
    require(may_withdraw(actor, proposal))
    if not reason:
        raise Refused(no(_("Say why you withdraw it: those who supported it will read the reason.")))
    tell_now(proposal)
    proposal.move(State.WITHDRAWN, supports_closed_at=now(), withdrawn_because=reason)
    steps.end(proposal, steps.in_our_words(_, "Withdrawn by its author: %(reason)s", reason=reason))
    record(ProposalWithdrawn(proposal.pk, supports=proposal.supports), actor=actor, subject=proposal, role="author")
    return proposal


def expire_due() -> int:
    """Every open proposal whose time has passed below its threshold has expired; gives how many did so now."""
    due = Proposal.objects.expiring(today()).values_list("pk", flat=True).order_by("pk")
    return sum(_expire(pk) for pk in due)


@transaction.atomic
def _expire(pk: int) -> bool:
    """Nothing happens to one that was closed, or reached its threshold, a moment before."""
    proposal = settle(Proposal(pk=pk))
    if proposal.state != State.OPEN or proposal.ready_at is not None or proposal.is_reached:
        return False
    tell_now(proposal)
    proposal.move(State.EXPIRED, supports_closed_at=now())
    reason = steps.in_our_words(
        _,
        "Time ran out with %(supports)d of %(threshold)d supports.",
        supports=proposal.supports,
        threshold=proposal.threshold,
    )
    steps.end(proposal, reason)
    event = ProposalExpired(proposal.pk, supports=proposal.supports, threshold=proposal.threshold)
    record(event, actor=None, subject=proposal)
    return True
