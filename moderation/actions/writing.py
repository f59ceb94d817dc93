"""How a decision is written, whoever takes it: the subject locked first, the reports answered with it."""

from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from clocks.actions import meet, set_deadline
from clocks.models import Deadline
from core import now, today
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused, no
from ledger.actions import record
from moderation import hosts
from moderation.actions.removals import keep_count
from moderation.events import AppealDecided, ContentDecided
from moderation.models import Appeal, Decision, Escalation, Flag, Moderated, Reason, Rephrase
from search import actions as search

Outcome = Decision.Outcome


NAMED = (Outcome.HIDE, Outcome.EDIT, Outcome.REPHRASE)  # these give a reason
APPEALABLE = (Outcome.HIDE, Outcome.EDIT)


def decide_on(
    actor: Any, subject: Moderated, outcome: str, reason: Reason | None, statement: str, host_key: str
) -> Decision:
    if outcome in NAMED and reason is None:
        raise Refused(no(_("Choose the reason. It stands where everybody sees it.")))
    if not statement.strip() and outcome != Outcome.KEEP:
        raise Refused(no(_("Write to the author why.")))
    if not _can_follow(lock(subject), outcome):
        raise StateConflict
    decision = write_down(actor, subject, outcome, reason, statement, host_key)
    if outcome == Outcome.HIDE:
        put_away(subject, decision)
    elif outcome == Outcome.RESTORE:
        _show(subject, None, "")
    hosts.decided(subject, decision)
    return decision


def put_away(subject: Moderated, decision: Decision) -> None:
    """Out of sight and out of the search from this moment, with the reason in its place."""
    _show(subject, decision.at, decision.reason.title if decision.reason else "")
    kind, pk = key_of(subject)
    search.withdraw(subject_kind=kind, subject_id=pk)


def _show(subject: Moderated, hidden_at: datetime | None, because: str) -> None:
    subject.hidden_at, subject.hidden_because = hidden_at, because
    type(subject)._base_manager.filter(pk=subject.pk).update(hidden_at=hidden_at, hidden_because=because)


def _can_follow(subject: Moderated, outcome: str) -> bool:
    """What is held, or put away until its author finds other words, can be hidden or shown again; what is hidden only shown again."""
    if subject.is_held or (subject.is_hidden and _is_open(subject)):
        return outcome in (Outcome.HIDE, Outcome.RESTORE)
    return subject.is_hidden == (outcome == Outcome.RESTORE)


def _is_open(subject: Moderated) -> bool:
    """Put away for a time only: until its author finds other words, or until the council's moderators decide."""
    kind, pk = key_of(subject)
    handed_on = Escalation.objects.filter(subject_kind=kind, subject_id=pk, settled=None)
    return Rephrase.objects.open().of(kind, pk).exists() or handed_on.exists()


def lock(subject: Moderated) -> Moderated:
    found: Moderated = type(subject)._base_manager.select_for_update(of=("self",)).get(pk=subject.pk)
    return found


def write_down(
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
    if outcome in APPEALABLE:
        decision.appeal_until = set_deadline(subject=decision, rule="moderation.appeal_within", start=today()).due
        decision.save(update_fields=("appeal_until",))
    keep_count(subject, decision)
    Escalation.objects.filter(subject_kind=kind, subject_id=pk, settled=None).update(settled=decision)
    returned = list(Rephrase.objects.open().of(kind, pk).values_list("pk", flat=True))
    if returned:
        Rephrase.objects.filter(pk__in=returned).update(settled=decision)
        meet_all(Rephrase, returned)
    waiting = list(Flag.objects.waiting().of(kind, pk).values_list("pk", flat=True))
    if waiting:
        Flag.objects.filter(pk__in=waiting).update(decision=decision)
        meet_all(Flag, waiting)
    event = ContentDecided(
        decision_id=decision.pk,
        subject_kind=kind,
        subject_id=pk,
        outcome=str(outcome),
        reason_code=reason.code if reason else "",
    )
    record(event, actor=actor, subject=decision, role="moderator")
    return decision


def answer_waiting_appeal(decision: Decision, actor: Any) -> None:
    """What is shown again leaves nothing to appeal for."""
    key = {"decision__subject_kind": decision.subject_kind, "decision__subject_id": decision.subject_id}
    for waiting in Appeal.objects.waiting().select_for_update(of=("self",)).filter(**key):
        answer_appeal(waiting, decision, actor)


def answer_appeal(appeal: Appeal, answer: Decision, actor: Any) -> None:
    if not Appeal.objects.waiting().filter(pk=appeal.pk).update(answer=answer):
        raise StateConflict
    meet_all(Appeal, [appeal.pk])
    event = AppealDecided(appeal_id=appeal.pk, decision_id=answer.pk, outcome=str(answer.outcome))
    record(event, actor=actor, subject=answer, role="moderator")


def meet_all(model: type[models.Model], keys: list[int]) -> None:
    for deadline in Deadline.objects.filter(subject_kind=model._meta.label_lower, subject_id__in=keys, met_at=None):
        meet(deadline=deadline)
