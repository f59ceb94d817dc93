"""Set, meet and move deadlines. The only room that writes clocks."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from clocks.computing import Computed, compute
from clocks.events import DeadlineMoved, DeadlineOverridden, HolidayProclaimed, RuleSet
from clocks.models import Counting, Deadline, Holiday, Override, Rule
from clocks.policies import may_add_holiday, may_set_rule
from clocks.queries import holidays, read_holidays, rule_in_force, rule_numbers
from core import now, today
from core.subjects import describe, key_of, model_of
from core.verdicts import Refused, no, require
from ledger.actions import record


@transaction.atomic
def set_deadline(*, subject: models.Model, rule: str, start: date) -> Deadline:
    """The record has a deadline under the newest version of `rule`, counted from `start` (for rules of clear days: back from it).

    Called again it starts the same clock afresh, unmet. Raises Rule.DoesNotExist for an unknown key.
    """
    found = rule_in_force(rule)
    kind, pk = key_of(subject)
    computed = _compute(found, start, holidays())
    values = {
        "start": start,
        "due": computed.due,
        "computed": computed.due,
        "explanation": computed.explanation,
        "met_at": None,
    }
    deadline, _created = Deadline.objects.update_or_create(
        subject_kind=kind, subject_id=pk, rule=found, defaults=values
    )
    # A clock that began under an older version of the rule ends where the newer one begins.
    Deadline.objects.open().of(kind, pk).filter(rule__key=rule).exclude(pk=deadline.pk).update(met_at=now())
    return deadline


@transaction.atomic
def meet(*, deadline: Deadline) -> None:
    """The deadline is met now; what was met before keeps its moment."""
    moment = now()
    if Deadline.objects.open().filter(pk=deadline.pk).update(met_at=moment):
        deadline.met_at = moment


@transaction.atomic
def override(*, actor: Any, deadline: Deadline, becomes: date, reason: str) -> Override:
    """The deadline has another date, with its author and reason beside it. The caller's policy has said that `actor` may."""
    reason = reason.strip()
    if not reason:
        raise Refused(no(_("Say why the date moves: the reason is published beside it.")))
    held = Deadline.objects.select_for_update().get(pk=deadline.pk)
    moved = Override.objects.create(deadline=held, was=held.due, becomes=becomes, reason=reason, by=actor, at=now())
    Deadline.objects.filter(pk=held.pk).update(due=becomes)
    deadline.due = becomes
    event = DeadlineOverridden(
        deadline_id=held.pk, override_id=moved.pk, was=moved.was.isoformat(), becomes=becomes.isoformat()
    )
    _record(event, held, actor)
    return moved


@transaction.atomic
def add_holiday(*, actor: Any, date: date, name: str, region: str = "england-and-wales") -> Holiday:
    """The day counts as a holiday; open deadlines that it touches have new dates, and each such move is on record.

    Months beginning with receipt, and days of any kind, never move. A date that a person has set stays as they set it.
    """
    require(may_add_holiday(actor))
    holiday, created = Holiday.objects.get_or_create(
        date=date, region=region, defaults={"name": name.strip(), "proclaimed": True}
    )
    if not created:
        raise Refused(no(_("That day is already in the calendar, as %(name)s.") % {"name": holiday.name}))
    moved = _recompute_open(holiday, actor)
    record(HolidayProclaimed(holiday_id=holiday.pk, day=date.isoformat(), moved=moved), actor=actor, subject=holiday)
    return holiday


@transaction.atomic
def set_rule(*, actor: Any, key: str, amount: Decimal, since: date, why: str, seen: int | None = None) -> Rule:
    """From `since` on the rule counts `amount`; deadlines that run keep the version under which they began.

    Of two who set it at once the second sees the first one's version, and is refused where `seen` is an older one.
    """
    first = Rule.objects.select_for_update().filter(key=key).order_by("version")[:1].get()
    require(may_set_rule(actor, first.source))
    (number,) = rule_numbers(key)
    before = number.require_next(amount=amount, since=since, why=why, seen=seen)
    last = Rule.objects.filter(key=key).latest("version")
    made = Rule.objects.create(
        key=key,
        version=last.version + 1,
        title=last.title,
        counting=last.counting,
        amount=int(amount),
        profile=last.profile,
        source=last.source,
        to_check=last.to_check,
        valid_from=since,
        why=why.strip(),
    )
    event = RuleSet(rule_id=made.pk, amount=str(amount), before=str(before), since=since.isoformat())
    record(event, actor=actor, subject=made)
    return made


def _recompute_open(holiday: Holiday, actor: Any) -> int:
    """Give every open deadline whose count passes the new day its new date; how many moved."""
    table = read_holidays(holiday.region)
    touched = (
        Deadline.objects.open()
        .select_for_update(of=("self",))
        .select_related("rule")
        .filter(rule__counting__in=(Counting.WORKING_DAYS, Counting.CLEAR_DAYS_BEFORE))
        .filter(models.Q(computed__gte=today()) | models.Q(due__gte=today()) | models.Q(start__gte=today()))
        .order_by("pk")
    )
    moved = 0
    for deadline in touched:
        computed = _compute(deadline.rule, deadline.start, table)
        if computed.due == deadline.computed:
            continue
        was, by_hand = deadline.due, deadline.due != deadline.computed
        deadline.computed, deadline.explanation = computed.due, computed.explanation
        deadline.due = was if by_hand else computed.due
        deadline.save(update_fields=("computed", "due", "explanation"))
        if by_hand:
            continue
        event = DeadlineMoved(
            deadline_id=deadline.pk,
            was=was.isoformat(),
            becomes=deadline.due.isoformat(),
            holiday=holiday.date.isoformat(),
        )
        _record(event, deadline, actor)
        moved += 1
    return moved


def _compute(rule: Rule, start: date, table: Any) -> Computed:
    # What is stored was said once, to everybody, in the council's own language.
    with translation.override(settings.LANGUAGE_CODE):
        return compute(rule, start, table)


def _record(event: DeadlineMoved | DeadlineOverridden, deadline: Deadline, actor: Any) -> None:
    """Enter the event under the record that the deadline belongs to, so that its timeline tells it."""
    key = (deadline.subject_kind, deadline.subject_id)
    subject = describe([key]).get(key)
    owner = model_of(key[0])._base_manager.filter(pk=key[1]).first() if subject else None
    record(event, actor=actor, subject=owner or deadline, public=subject is None or subject.public)
