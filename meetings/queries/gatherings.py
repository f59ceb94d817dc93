"""Gatherings as pages and calendars need them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.safestring import SafeString

from core import now, subjects
from core.subjects import Subject
from core.text import render
from meetings import hosts
from meetings.models import Attendance, Gathering, Item, Registration
from meetings.queries.joining import joins
from meetings.queries.registrations import Filled, filled, own_registration

KEPT_IN_FEEDS = timedelta(days=120)
MOST = 500


@dataclass(frozen=True, slots=True)
class Written:
    """One version of the notes, as safe HTML."""

    version: int
    at: datetime
    agreed_at: datetime | None
    html: SafeString


@dataclass(frozen=True, slots=True)
class Shown:
    """One gathering with all that its page says."""

    gathering: Gathering
    host: Subject | None
    items: list[tuple[Item, Subject | None]]
    present: int
    apologies: int
    notes: Written | None
    earlier_notes: list[Written]
    online_url: str  # only while people may join, and to those who may
    filled: Filled | None  # None: nobody needs to register
    own: Registration | None  # of whoever looks


def calendar(host: tuple[str, int]) -> list[Gathering]:
    """A host's gatherings of the last months and all to come, cancelled ones too, the earliest first."""
    found = Gathering.objects.of(*host).filter(ends_at__gt=now() - KEPT_IN_FEEDS)
    return list(found.order_by("starts_at", "id")[:MOST])


def upcoming() -> QuerySet[Gathering]:
    """Everybody's gatherings that are not over, the next first; page through by ("starts_at", "id")."""
    found: QuerySet[Gathering] = Gathering.objects.coming(now())
    return found


def of_host(host: tuple[str, int]) -> QuerySet[Gathering]:
    found: QuerySet[Gathering] = Gathering.objects.of(*host)
    return found


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
    notes = [
        Written(row.version, row.at, row.agreed_at, render(row.text)) for row in gathering.notes.order_by("-version")
    ]
    return Shown(
        gathering=gathering,
        host=public.get(host),
        items=[(item, public.get((item.subject_kind, item.subject_id or 0))) for item in items],
        present=counted["present"],
        apologies=counted["apologies"],
        notes=notes[0] if notes else None,
        earlier_notes=notes[1:],
        online_url=gathering.online_url if joins(user, gathering) else "",
        filled=filled(gathering),
        own=own_registration(user, gathering),
    )


def address_of(gathering: Gathering) -> str:
    """The path of its page where its host keeps one, or ""."""
    return hosts.addresses(gathering.host_kind, [gathering.pk]).get(gathering.pk, "")


def attendance_of(gathering: Gathering) -> dict[int, str]:
    """The kind of attendance written down for each person."""
    return dict(gathering.attendance.values_list("person_id", "kind"))
