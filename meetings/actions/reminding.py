"""Remind people: of a meeting that they registered for, to end it, to write it up; and forget what they needed for it."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from accounts.policies import signed_in
from clocks.queries import rule_in_force
from core import now, today
from core.clock import day_of
from core.verdicts import require
from ledger.actions import record
from ledger.events import Event
from meetings import events, hosts
from meetings.models import Answer, CalendarKey, Gathering, Registration, Reminder
from meetings.states import TO_COME, State


def remind() -> int:
    """Whoever has registered is told a first and a last time, each once for one date; whoever runs a meeting that is over, to end it and to write it up.

    May run at any time and as often as one likes. Gives how many reminders went out.
    """
    return _to_those_who_come() + _to_end() + _to_write_up()


@transaction.atomic
def forget_needs() -> int:
    """What people needed, and what they answered, is gone so many days after the meeting. Gives how many registrations had something."""
    before = now() - timedelta(days=rule_in_force("meetings.needs").amount)
    old = Registration.objects.filter(gathering__ends_at__lte=before)
    gone, _rows = Answer.objects.filter(registration__in=old).delete()
    return int(old.exclude(needs="").update(needs="")) + gone


@transaction.atomic
def renew_calendar_key(*, actor: Any) -> CalendarKey:
    """The actor's own feed has a new address that nobody can guess; the one before it leads nowhere."""
    require(signed_in(actor))
    key, _created = CalendarKey.objects.update_or_create(user=actor, defaults={"token": secrets.token_urlsafe(32)})
    return key


def _to_those_who_come() -> int:
    first, last = rule_in_force("meetings.remind.first").amount, rule_in_force("meetings.remind.last").amount
    told = 0
    for row in _with_registrations(now() + timedelta(days=max(first, last) + 1)):
        left = (day_of(row.starts_at) - today()).days
        # Who schedules a meeting at short notice sends one reminder and not two at once.
        what = "last" if left <= last else "first" if left <= first else ""
        if what:
            event = events.GatheringNears(row.pk, left, row.starts_at.isoformat())
            told += _once(row, what, event)
    return told


def _to_end() -> int:
    over = Gathering.objects.filter(
        host_kind__in=hosts.assemblies(), state__in=(*TO_COME, State.IN_SESSION), ends_at__lte=now()
    )
    rows = over.order_by("ends_at").iterator()
    return sum(_once(row, "close", events.GatheringToClose(row.pk, row.starts_at.isoformat())) for row in rows)


def _to_write_up() -> int:
    days = rule_in_force("meetings.write_up").amount
    silent = Gathering.objects.filter(host_kind__in=hosts.assemblies(), state=State.ENDED, notes=None)
    told = 0
    for row in silent.order_by("ends_at").iterator():
        due = day_of(row.ends_at) + timedelta(days=days)
        what = "notes" if today() <= due else "notes_late"
        if day_of(row.ends_at) < today():
            told += _once(row, what, events.NotesOwed(row.pk, due.isoformat()))
    return told


def _with_registrations(until: datetime) -> QuerySet[Gathering]:
    coming = Gathering.objects.filter(state__in=TO_COME, starts_at__gt=now(), starts_at__lte=until)
    return coming.filter(registrations__state="in").distinct().order_by("starts_at")


@transaction.atomic
def _once(row: Gathering, what: str, event: Event) -> int:
    """The event is on record unless it was already for this date: two workers at once remind once."""
    _found, created = Reminder.objects.get_or_create(gathering=row, what=what, starts_at=row.starts_at)
    if not created:
        return 0
    record(event, actor=None, subject=row, public=False)
    return 1
