"""Take a step on the ladder, with a reason; let it end."""

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core import now, today
from core.subjects import key_of
from core.verdicts import Refused, Verdict, no, require
from ledger.actions import record
from moderation import hosts
from moderation.actions.writing import decide_on
from moderation.authors import author_of
from moderation.events import StepEnded, StepTaken
from moderation.models import Decision, LadderStep, Measure, Moderated, Reason
from moderation.policies import may_take_step
from moderation.queries.ladder import reached

Outcome = Decision.Outcome


@transaction.atomic
def take_step(
    *, actor: Any, subject: Moderated, step: LadderStep, reason: Reason, statement: str, verdict: Verdict
) -> Measure:
    """Whoever wrote `subject` is at this step until its day, reads why, and can appeal to another person.

    Only a step that the hidings which stand have reached. Of two moderators at once, one takes it.
    """
    require(may_take_step(actor, subject, verdict))
    person = author_of(subject).select_for_update(of=("self",)).get()
    key = hosts.host_of(subject).key(subject)
    if step.pk not in {one.pk for one, _number in reached(person, key)}:
        raise Refused(no(_("Too little of theirs was hidden for this step.")))
    _end(Measure.objects.due(today()).filter(person=person))
    kind, pk = key_of(subject)
    about = {"about_kind": kind, "about_id": pk, "since": now(), "until": _until(step), "by": actor}
    try:
        with transaction.atomic():
            measure = Measure.objects.create(person=person, host_key=key, step=step, **about)
    except IntegrityError as error:
        raise Refused(no(_("This step has been taken already, and holds."))) from error
    decide_on(actor, measure, Outcome.HIDE, reason, statement, key)
    event = StepTaken(
        measure.pk, step=step.kind, host_key=key, until=measure.until.isoformat(), reason_code=reason.code
    )
    record(event, actor=actor, subject=measure, role="moderator", public=False)
    return measure


@transaction.atomic
def end_due_measures() -> int:
    """Every step whose day has come has ended. An appeal against it is still decided."""
    return _end(Measure.objects.due(today()))


def measure_follows(measure: Measure, decision: Decision) -> None:
    """Undone by a moderator or by an appeal, it holds no more and counts as never taken; what was over ends no second time."""
    if decision.outcome != Outcome.RESTORE:
        return
    was_over = measure.ended_at is not None
    measure.undone, measure.ended_at = True, measure.ended_at or decision.at
    measure.save(update_fields=("undone", "ended_at"))
    if was_over:
        return
    event = StepEnded(measure.pk, step=measure.step.kind, how="moderator")
    record(event, actor=decision.by, subject=measure, public=False)


def _end(rows: Any) -> int:
    due = list(rows.select_related("step").select_for_update(of=("self",), skip_locked=True))
    for measure in due:
        measure.ended_at = now()
        measure.save(update_fields=("ended_at",))
        record(StepEnded(measure.pk, step=measure.step.kind, how="day"), actor=None, subject=measure, public=False)
    return len(due)


def _until(step: LadderStep) -> date:
    """A pause lasts its days; anything else is remembered as long as the hidings are counted."""
    if step.days is not None:
        return today() + timedelta(days=step.days)
    return today() + step.counts_for
