"""Report, decide, appeal, decide again. The only room that writes what is hidden, of whatever kind it is."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from clocks.actions import meet, set_deadline
from clocks.models import Deadline
from core import now, today
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused, Verdict, no, require
from ledger.actions import record
from moderation.events import AppealDecided, AppealMade, ContentDecided, ContentFlagged
from moderation.models import Appeal, Decision, Flag, Moderated, Reason
from moderation.policies import may_appeal, may_decide, may_decide_appeal, may_flag
from search import actions as search

Outcome = Decision.Outcome


@transaction.atomic
def flag(*, actor: Any, subject: Moderated, reason: Reason, note: str = "", host_key: str) -> Flag:
    """The report waits with the moderators of `host_key`, who owe a decision by a date. One person reports a thing once."""
    require(may_flag(actor, subject))
    kind, pk = key_of(subject)
    values = {"host_key": host_key, "reason": reason, "note": note, "by": actor, "at": now(), "due": today()}
    try:
        with transaction.atomic():
            made = Flag.objects.create(subject_kind=kind, subject_id=pk, **values)
    except IntegrityError as error:
        raise Refused(no(_("You have reported this. The moderators have it on their list."))) from error
    made.due = set_deadline(subject=made, rule="moderation.decide", start=today()).due
    made.save(update_fields=("due",))
    event = ContentFlagged(flag_id=made.pk, subject_kind=kind, subject_id=pk, reason_code=reason.code)
    record(event, actor=actor, subject=made, public=False)
    return made


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
    decision = _decide(actor, subject, outcome, reason, statement, host_key)
    if outcome == Outcome.RESTORE:
        _answer_waiting_appeal(decision, actor)
    return decision


@transaction.atomic
def appeal(*, actor: Any, decision: Decision, subject: Moderated, text: str) -> Appeal:
    """Somebody else than the first moderator owes the author an answer by a date."""
    require(may_appeal(actor, decision, subject))
    try:
        with transaction.atomic():
            made = Appeal.objects.create(decision=decision, text=text, by=actor, at=now(), due=today())
    except IntegrityError as error:
        raise Refused(no(_("You have appealed. Somebody else than the first moderator decides."))) from error
    made.due = set_deadline(subject=made, rule="moderation.appeal", start=today()).due
    made.save(update_fields=("due",))
    # Its subject is the decision, which has a page; that somebody appealed is no secret, what they wrote is.
    record(AppealMade(appeal_id=made.pk, decision_id=decision.pk), actor=actor, subject=decision)
    return made


@transaction.atomic
def decide_appeal(
    *, actor: Any, appeal: Appeal, subject: Moderated, outcome: str, statement: str, verdict: Verdict
) -> Decision:
    """The first decision stands ("hide") or is undone ("restore"); final either way. Decided once, by another person."""
    # The subject first, as everywhere here, so that two decisions wait for each other and never in a ring.
    _lock(subject)
    held = Appeal.objects.select_for_update(of=("self",)).select_related("decision__reason").get(pk=appeal.pk)
    require(may_decide_appeal(actor, held, subject, verdict))
    first = held.decision
    if outcome == Outcome.RESTORE:
        answer = _decide(actor, subject, outcome, None, statement, first.host_key)
    else:
        answer = _write_down(actor, subject, Outcome.HIDE, first.reason, statement, first.host_key)
    _answer(held, answer, actor)
    appeal.answer = answer
    return answer


def _decide(
    actor: Any, subject: Moderated, outcome: str, reason: Reason | None, statement: str, host_key: str
) -> Decision:
    if outcome == Outcome.HIDE and reason is None:
        raise Refused(no(_("Choose the reason. It stands in the place of what you hide.")))
    if not statement.strip() and outcome != Outcome.KEEP:
        raise Refused(no(_("Write to the author why.")))
    if _lock(subject).is_hidden != (outcome == Outcome.RESTORE):
        raise StateConflict
    decision = _write_down(actor, subject, outcome, reason, statement, host_key)
    if outcome != Outcome.KEEP:
        hides = outcome == Outcome.HIDE
        subject.hidden_at = decision.at if hides else None
        subject.hidden_because = reason.title if hides and reason else ""
        changes = {"hidden_at": subject.hidden_at, "hidden_because": subject.hidden_because}
        type(subject)._base_manager.filter(pk=subject.pk).update(**changes)
    if outcome == Outcome.HIDE:
        kind, pk = key_of(subject)
        search.withdraw(subject_kind=kind, subject_id=pk)
    return decision


def _lock(subject: Moderated) -> Moderated:
    found: Moderated = type(subject)._base_manager.select_for_update(of=("self",)).get(pk=subject.pk)
    return found


def _write_down(
    actor: Any, subject: models.Model, outcome: str, reason: Reason | None, statement: str, host_key: str
) -> Decision:
    """The decision, and with it the answer to every report that waited."""
    kind, pk = key_of(subject)
    decision = Decision.objects.create(
        subject_kind=kind,
        subject_id=pk,
        host_key=host_key,
        outcome=outcome,
        reason=reason,
        statement=statement,
        by=actor,
        at=now(),
    )
    waiting = list(Flag.objects.waiting().of(kind, pk).values_list("pk", flat=True))
    if waiting:
        Flag.objects.filter(pk__in=waiting).update(decision=decision)
        _meet(Flag, waiting)
    event = ContentDecided(
        decision_id=decision.pk,
        subject_kind=kind,
        subject_id=pk,
        outcome=str(outcome),
        reason_code=reason.code if reason else "",
    )
    record(event, actor=actor, subject=decision, role="moderator")
    return decision


def _answer_waiting_appeal(decision: Decision, actor: Any) -> None:
    """What is shown again leaves nothing to appeal for."""
    key = {"decision__subject_kind": decision.subject_kind, "decision__subject_id": decision.subject_id}
    for waiting in Appeal.objects.waiting().select_for_update(of=("self",)).filter(**key):
        _answer(waiting, decision, actor)


def _answer(appeal: Appeal, answer: Decision, actor: Any) -> None:
    if not Appeal.objects.waiting().filter(pk=appeal.pk).update(answer=answer):
        raise StateConflict
    _meet(Appeal, [appeal.pk])
    event = AppealDecided(appeal_id=appeal.pk, decision_id=answer.pk, outcome=str(answer.outcome))
    record(event, actor=actor, subject=answer, role="moderator")


def _meet(model: type[models.Model], keys: list[int]) -> None:
    for deadline in Deadline.objects.filter(subject_kind=model._meta.label_lower, subject_id__in=keys, met_at=None):
        meet(deadline=deadline)
