"""Set a gathering, move or cancel it, begin and end it.

The host's floor asks its own policy first and hands the answer on as `verdict`; whether the gathering is still where
the act can be done is asked here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core import now
from core.subjects import key_of
from core.verdicts import YES, Refused, Verdict, no, require
from ledger.actions import record
from meetings import events
from meetings.actions.agendas import agenda_needed_no_more, time_agenda
from meetings.actions.holding import follow, held
from meetings.models import Attendance, Gathering
from meetings.policies import can_change
from meetings.states import Mode, State


@transaction.atomic
def schedule(
    *,
    actor: Any,
    host: models.Model,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    access: str = "",
    hints: str = "",
    facts: Sequence[str] = (),
    mode: str = Mode.IN_PERSON,
    online_url: str = "",
    verdict: Verdict = YES,
) -> Gathering:
    """The gathering stands in the calendar, with an address that no later change takes away. Moments are aware."""
    require(verdict)
    require(_lasts(starts_at, ends_at))
    kind, pk = key_of(host)
    gathering = Gathering.objects.create(
        host_kind=kind,
        host_id=pk,
        title=title.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place.strip(),
        access=access.strip(),
        hints=hints.strip(),
        facts=list(facts),
        mode=mode,
        online_url=online_url,
        changed_at=now(),
    )
    time_agenda(gathering)
    record(events.GatheringScheduled(gathering.pk, kind, pk, starts_at.isoformat()), actor=actor, subject=gathering)
    return gathering


@transaction.atomic
def reschedule(
    *,
    actor: Any,
    gathering: Gathering,
    starts_at: datetime,
    ends_at: datetime,
    place: str | None = None,
    access: str | None = None,
    hints: str | None = None,
    facts: Sequence[str] | None = None,
    online_url: str | None = None,
    verdict: Verdict = YES,
) -> Gathering:
    """It takes place then and there instead; what is not named stays. Calendars that hold it follow."""
    require(verdict)
    require(_lasts(starts_at, ends_at))
    row = held(gathering)
    require(can_change(row))
    was = row.starts_at
    row.starts_at, row.ends_at = starts_at, ends_at
    row.place = row.place if place is None else place.strip()
    row.access = row.access if access is None else access.strip()
    row.hints = row.hints if hints is None else hints.strip()
    row.facts = row.facts if facts is None else list(facts)
    row.online_url = row.online_url if online_url is None else online_url
    row.sequence += 1
    row.changed_at = now()
    row.save()
    follow(gathering, row)
    if row.published_at is None:
        time_agenda(row)
    event = events.GatheringMoved(row.pk, was.isoformat(), starts_at.isoformat(), row.sequence)
    record(event, actor=actor, subject=gathering)
    return gathering


@transaction.atomic
def cancel(*, actor: Any, gathering: Gathering, reason: str, verdict: Verdict = YES) -> Gathering:
    """It does not take place, and its page and everybody's calendar say so, with the reason."""
    require(verdict)
    if not reason.strip():
        raise Refused(no(_("Write down why the gathering is cancelled.")))
    require(can_change(gathering))
    gathering.move(State.CANCELLED, cancelled_because=reason.strip(), sequence=F("sequence") + 1, changed_at=now())
    gathering.refresh_from_db(fields=("sequence",))
    agenda_needed_no_more(gathering)
    event = events.GatheringCancelled(gathering.pk, gathering.starts_at.isoformat())
    record(event, actor=actor, subject=gathering)
    return gathering


@transaction.atomic
def start(*, actor: Any, gathering: Gathering, verdict: Verdict = YES) -> Gathering:
    """The gathering is in session."""
    require(verdict)
    gathering.move(State.IN_SESSION)
    record(events.GatheringStarted(gathering.pk), actor=actor, subject=gathering)
    return gathering


@transaction.atomic
def end(*, actor: Any, gathering: Gathering, verdict: Verdict = YES) -> Gathering:
    """The gathering is over."""
    require(verdict)
    gathering.move(State.ENDED)
    present = gathering.attendance.filter(kind=Attendance.Kind.PRESENT).count()
    record(events.GatheringEnded(gathering.pk, present), actor=actor, subject=gathering)
    return gathering


def _lasts(starts_at: datetime, ends_at: datetime) -> Verdict:
    return YES if ends_at > starts_at else no(_("A gathering ends after it begins."))
