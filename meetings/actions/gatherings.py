"""Set a gathering, move or cancel it, fill its agenda, and write down who came and what was settled.

The host's floor asks its own policy first and hands the answer on as `verdict`; whether the gathering is still where
the act can be done is asked here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from core import now
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import YES, Refused, Verdict, no, require
from ledger.actions import record
from meetings import events
from meetings.actions.holding import follow, held
from meetings.models import Attendance, Gathering, Item, Notes
from meetings.policies import can_be_written_up, can_change, can_count, can_take_items
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
    event = events.GatheringCancelled(gathering.pk, gathering.starts_at.isoformat())
    record(event, actor=actor, subject=gathering)
    return gathering


@transaction.atomic
def add_item(
    *,
    actor: Any,
    gathering: Gathering,
    title: str,
    summary: str = "",
    subject: models.Model | None = None,
    origin: str = "",
    verdict: Verdict = YES,
) -> Item:
    """The item is the last on the agenda."""
    require(verdict)
    # The gathering is held, so that two items added at once have two numbers.
    row = held(gathering)
    require(can_take_items(row))
    last = row.items.aggregate(last=Max("number"))["last"] or 0
    kind, pk = key_of(subject) if subject is not None else ("", None)
    return Item.objects.create(
        gathering=gathering,
        number=last + 1,
        title=title.strip(),
        summary=summary.strip(),
        subject_kind=kind,
        subject_id=pk,
        origin=origin,
    )


@transaction.atomic
def renumber(*, actor: Any, gathering: Gathering, order: Sequence[int], verdict: Verdict = YES) -> None:
    """The items stand in this order of their ids. Raises StateConflict where the agenda has others by now."""
    require(verdict)
    row = held(gathering)
    require(can_take_items(row))
    items = {item.pk: item for item in row.items.all()}
    if sorted(items) != sorted(order):
        raise StateConflict
    for number, pk in enumerate(order, start=1):
        items[pk].number = number
    Item.objects.bulk_update(items.values(), ["number"])


@transaction.atomic
def settle_item(*, actor: Any, item: Item, outcome: str, verdict: Verdict = YES) -> Item:
    """What came of the item stands beside it."""
    require(verdict)
    item.outcome = outcome.strip()
    item.save(update_fields=("outcome",))
    return item


@transaction.atomic
def publish(*, actor: Any, gathering: Gathering, verdict: Verdict = YES) -> Gathering:
    """The agenda is out, from this moment."""
    require(verdict)
    moment = now()
    gathering.move(State.PUBLISHED, published_at=moment, sequence=F("sequence") + 1, changed_at=moment)
    gathering.refresh_from_db(fields=("sequence",))
    event = events.GatheringAgendaPublished(gathering.pk, gathering.items.count(), gathering.starts_at.isoformat())
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


@transaction.atomic
def record_attendance(
    *, actor: Any, gathering: Gathering, person: Any, kind: str, capacity: str = "", verdict: Verdict = YES
) -> Attendance:
    """That `person` is present, sent apologies or is absent; written again, the later word counts. Never an entry in the record."""
    require(verdict)
    # Apologies come beforehand; who is there can be seen only then.
    require(
        can_change(gathering)
        if kind == Attendance.Kind.APOLOGIES and not can_count(gathering)
        else can_count(gathering)
    )
    attendance, _created = Attendance.objects.update_or_create(
        gathering=gathering, person=person, defaults={"kind": kind, "capacity": capacity, "at": now()}
    )
    return attendance


@transaction.atomic
def write_notes(*, actor: Any, gathering: Gathering, text: str, verdict: Verdict = YES) -> Notes:
    """The notes have a new version, not agreed yet; earlier ones stay readable."""
    require(verdict)
    require(can_be_written_up(gathering))
    if not text.strip():
        raise Refused(no(_("The notes need words.")))
    row = held(gathering)
    last = row.notes.aggregate(last=Max("version"))["last"] or 0
    notes = Notes.objects.create(gathering=gathering, version=last + 1, text=text.strip(), at=now())
    record(events.NotesWritten(gathering.pk, notes.version), actor=actor, subject=gathering)
    return notes


@transaction.atomic
def agree_notes(*, actor: Any, notes: Notes, verdict: Verdict = YES) -> Notes:
    """The members have agreed to this version, which must be the latest. Raises StateConflict otherwise."""
    require(verdict)
    row = held(notes.gathering)
    latest = row.notes.order_by("-version").first()
    if latest is None or latest.pk != notes.pk or latest.agreed_at is not None:
        raise StateConflict
    notes.agreed_at = now()
    notes.save(update_fields=("agreed_at",))
    record(events.NotesAgreed(row.pk, notes.version), actor=actor, subject=notes.gathering)
    return notes


def _lasts(starts_at: datetime, ends_at: datetime) -> Verdict:
    return YES if ends_at > starts_at else no(_("A gathering ends after it begins."))
