"""Gatherings as pages and calendars need them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.safestring import SafeString

from clocks.models import Deadline
from clocks.queries import deadline_of
from core import now, subjects
from core.clock import today
from core.prepared import Prepared, slot
from core.subjects import Subject
from core.text import render
from meetings import hosts
from meetings.models import Attendance, Gathering, Item, Notes, Objection, Recording, Registration, Report
from meetings.queries.joining import joins
from meetings.queries.registrations import Filled, filled, own_registration
from meetings.queries.reports import objections_to
from meetings.states import State

KEPT_IN_FEEDS = timedelta(days=120)
MOST = 500
FEW = 10  # of a host, on its page

_COMING: Prepared[Gathering] = Prepared(
    lambda: Gathering.objects.of(slot("kind"), slot("host")).coming(slot("moment"))[:FEW], planned=True
)
_PAST: Prepared[Gathering] = Prepared(
    lambda: Gathering.objects.of(slot("kind"), slot("host")).past(slot("moment"))[:FEW], planned=True
)


@dataclass(frozen=True, slots=True)
class Written:
    """One version of the notes, as safe HTML."""

    version: int
    at: datetime
    agreed_at: datetime | None
    html: SafeString
    row: Notes


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item, what it is about, and when it begins if each before it takes as long as was said; None once one says nothing."""

    item: Item
    about: Subject | None
    begins_at: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One gathering with all that its page says."""

    gathering: Gathering
    host: Subject | None
    items: list[AgendaRow]
    agenda_due: Deadline | None  # while it is not out, of an assembly
    present: int
    apologies: int
    notes: Written | None
    earlier_notes: list[Written]
    online_url: str  # only while people may join, and to those who may
    filled: Filled | None  # None: nobody needs to register
    own: Registration | None  # of whoever looks
    notes_due: date | None  # the last day to object to the notes of an assembly
    objections: list[Objection]
    recordings: list[Recording]
    reports: list[Report]

    @property
    def is_objected(self) -> bool:
        return any(row.settled_by_id is None for row in self.objections)

    @property
    def agenda_late(self) -> bool:
        return self.agenda_due is not None and self.agenda_due.due < today()


def calendar(host: tuple[str, int]) -> list[Gathering]:
    """A host's gatherings of the last months and all to come, cancelled ones too, the earliest first."""
    found = Gathering.objects.of(*host).filter(ends_at__gt=now() - KEPT_IN_FEEDS)
    return list(found.order_by("starts_at", "id")[:MOST])


def upcoming() -> QuerySet[Gathering]:
    """Everybody's gatherings that are not over, the next first; page through by ("starts_at", "id")."""
    found: QuerySet[Gathering] = Gathering.objects.coming(now())
    return found


def coming_of(host: tuple[str, int]) -> list[Gathering]:
    """Up to ten of a host that are not over, the next first."""
    return _COMING.all(kind=host[0], host=host[1], moment=now())


def past_of(host: tuple[str, int]) -> list[Gathering]:
    """Up to ten of a host that are over, the latest first."""
    return _PAST.all(kind=host[0], host=host[1], moment=now())


def whole_calendar() -> list[Gathering]:
    """The last months and all to come, of every host."""
    return list(Gathering.objects.filter(ends_at__gt=now() - KEPT_IN_FEEDS).order_by("starts_at", "id")[:MOST])


def shown(gathering: Gathering, user: Any = None) -> Shown:
    """The gathering for its page: agenda with what each item is about, how many came, the notes."""
    items = list(gathering.items.all())
    keys = [(item.subject_kind, item.subject_id) for item in items if item.subject_id is not None]
    host = (gathering.host_kind, gathering.host_id)
    described = subjects.describe([host, *keys])
    public = {key: subject for key, subject in described.items() if subject.public}
    counted = gathering.attendance.aggregate(
        present=Count("id", filter=Q(kind=Attendance.Kind.PRESENT)),
        apologies=Count("id", filter=Q(kind=Attendance.Kind.APOLOGIES)),
    )
    written_up = gathering.state in (State.IN_SESSION, State.ENDED)
    counted["walk_ins"] = gathering.walk_ins.count() if written_up else 0
    notes = [
        Written(row.version, row.at, row.agreed_at, render(row.text), row)
        for row in gathering.notes.select_related("gathering").order_by("-version")
    ]
    return Shown(
        gathering=gathering,
        host=public.get(host),
        items=_timed(gathering, items, public),
        agenda_due=_agenda_due(gathering),
        present=counted["present"] + counted["walk_ins"],
        apologies=counted["apologies"],
        notes=notes[0] if notes else None,
        earlier_notes=notes[1:],
        online_url=gathering.online_url if joins(user, gathering) else "",
        filled=filled(gathering),
        own=own_registration(user, gathering),
        notes_due=_notes_due(gathering) if notes and notes[0].agreed_at is None else None,
        objections=objections_to(gathering) if notes else [],
        recordings=list(gathering.recordings.all()) if written_up else [],
        reports=list(gathering.reports.order_by("-version").defer("facts")) if notes else [],
    )


def _timed(gathering: Gathering, items: list[Item], public: dict[tuple[str, int], Subject]) -> list[AgendaRow]:
    rows: list[AgendaRow] = []
    begins: datetime | None = gathering.starts_at if any(item.minutes for item in items) else None
    for item in items:
        rows.append(AgendaRow(item, public.get((item.subject_kind, item.subject_id or 0)), begins))
        begins = begins + timedelta(minutes=item.minutes) if begins and item.minutes else None
    return rows


def _agenda_due(gathering: Gathering) -> Deadline | None:
    if gathering.state not in (State.SCHEDULED, State.AGENDA_OPEN) or not hosts.is_assembly(gathering.host_kind):
        return None
    return deadline_of(("meetings.gathering", gathering.pk), "meetings.agenda")


def _notes_due(gathering: Gathering) -> date | None:
    if not hosts.is_assembly(gathering.host_kind):
        return None
    deadline = deadline_of(("meetings.gathering", gathering.pk), "meetings.notes")
    return deadline.due if deadline else None


def address_of(gathering: Gathering) -> str:
    """The path of its page where its host keeps one, or ""."""
    return hosts.addresses(gathering.host_kind, [gathering.pk]).get(gathering.pk, "")


def attendance_of(gathering: Gathering) -> dict[int, str]:
    """The kind of attendance written down for each person."""
    return dict(gathering.attendance.values_list("person_id", "kind"))
