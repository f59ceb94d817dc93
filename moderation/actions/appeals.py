"""Appeal, and decide again: another person than the first."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clocks.actions import set_deadline
from core import now, today
from core.verdicts import Refused, Verdict, no, require
from ledger.actions import record
from moderation.actions.locks import require_held
from moderation.actions.rewording import undo
from moderation.actions.writing import answer_appeal, lock, write_down
from moderation.authors import is_sealed
from moderation.events import AppealMade
from moderation.models import Appeal, Decision, Moderated
from moderation.policies import may_appeal, may_decide_appeal


@transaction.atomic
def appeal(*, actor: Any, decision: Decision, subject: Moderated, text: str) -> Appeal:
    """Somebody else than the first moderator owes the author an answer by a date.

    Whoever wrote under protection appeals under protection: neither the appeal nor the record says who it is.
    """
    require(may_appeal(actor, decision, subject))
    sealed = is_sealed(subject)
    by, at = (None, now().replace(minute=0, second=0, microsecond=0)) if sealed else (actor, now())
    try:
        with transaction.atomic():
            made = Appeal.objects.create(decision=decision, text=text, by=by, at=at, due=today())
    except IntegrityError as error:
        raise Refused(no(_("You have appealed. Somebody else than the first moderator decides."))) from error
    made.due = set_deadline(subject=made, rule="moderation.appeal", start=today()).due
    made.save(update_fields=("due",))
    # Its subject is the decision, which has a page; that somebody appealed is no secret, what they wrote is.
    record(AppealMade(appeal_id=made.pk, decision_id=decision.pk), actor=by, subject=decision, at=at)
    return made


@transaction.atomic
def decide_appeal(
    *, actor: Any, appeal: Appeal, subject: Moderated, outcome: str, statement: str, verdict: Verdict
) -> Decision:
    """The first decision stands ("hide", whatever it was) or is undone ("restore"); final either way. Decided once, by another person."""
    # The subject first, as everywhere here, so that two decisions wait for each other and never in a ring.
    lock(subject)
    held = Appeal.objects.select_for_update(of=("self",)).select_related("decision__reason").get(pk=appeal.pk)
    require(may_decide_appeal(actor, held, subject, verdict))
    require_held(actor, subject)
    first = held.decision
    if outcome == Decision.Outcome.RESTORE:
        answer = undo(actor, first, subject, statement)
    else:
        answer = write_down(actor, subject, first.outcome, first.reason, statement, first.host_key)
    answer_appeal(held, answer, actor)
    appeal.answer = answer
    return answer
