"""Owners are reminded of what they owe, and once more when its day has passed. Actions of the daily job."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from chain.events import StepDueSoon, StepOverdue
from chain.models import Step
from chain.owners import told_elsewhere
from clocks.queries import holidays
from clocks.rules import WARN_AT, WORKING, counts, working_days_after
from core import today
from ledger.actions import record
from ledger.models import Entry

BACK = timedelta(days=14)  # how long a job that did not run may be late and still tell


def remind() -> int:
    """Whoever owes a step is told 28, 14, 5 and 1 working days before its day, and once after it; how many were told just now."""
    day = today()
    table = holidays()
    told = 0
    # On a day off nobody is reminded: the last working day before it was the day to tell.
    for left in WARN_AT if counts(day, WORKING, table) else ():
        first, last = (working_days_after(day, n, table) for n in (left - 1, left))
        coming = Step.objects.owed().filter(due__gt=first, due__lte=last).order_by("pk")
        told += sum(_tell_soon(step, left) for step in coming)
    late = Step.objects.overdue(day).filter(due__gte=day - BACK)
    return told + sum(_tell_late(step) for step in late if not told_elsewhere(step.owner_key))


def _tell_soon(step: Step, left: int) -> bool:
    due = _iso(step.due)
    event = StepDueSoon(step_id=step.pk, owner_key=step.owner_key, due=due, working_days=left)
    return _tell_once(step, event, data__due=due, data__working_days=left)


def _tell_late(step: Step) -> bool:
    due = _iso(step.due)
    return _tell_once(step, StepOverdue(step_id=step.pk, owner_key=step.owner_key, due=due), data__due=due)


@transaction.atomic
def _tell_once(step: Step, event: StepDueSoon | StepOverdue, **facts: Any) -> bool:
    """One entry for one step, one day and one distance; two jobs at once write one between them."""
    Step.objects.select_for_update().only("pk").get(pk=step.pk)
    if Entry.objects.filter(subject_kind="chain.step", subject_id=step.pk, event=event.name, **facts).exists():
        return False
    # Not in the public record: that something is overdue is public on its step; a reminder is between us and its owner.
    record(event, actor=None, subject=step, public=False)
    return True


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
