"""What the record says, as sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Q

from core import subjects
from core.keyset import Page, paginate
from core.prepared import Prepared, slot
from ledger.models import Entry, Pseudonym, Seal, Unsealed
from ledger.sentences import sentence_of


@dataclass(frozen=True, slots=True)
class Line:
    """One act as people read it."""

    id: int
    at: datetime
    sentence: str
    role: str
    label: str
    url: str
    event: str = ""


def timeline(key: tuple[str, int], *, limit: int = 50, known: subjects.Subject | None = None) -> list[Line]:
    """The newest public acts on one record, newest first: one query, and those for its label where the caller does not know it."""
    if known is None:
        return timeline_of([key], limit=limit)
    return [_line(entry, known) for entry in _newest_of(limit).all(kind=key[0], pk=key[1])]


def timeline_of(keys: Iterable[tuple[str, int]], *, limit: int = 50) -> list[Line]:
    """The same for several records together."""
    wanted = Q()
    for kind, pk in keys:
        wanted |= Q(subject_kind=kind, subject_id=pk)
    if not wanted:
        return []
    return lines(list(Entry.objects.filter(wanted, public=True).order_by("-id")[:limit]))


def newest(*, after: str = "", before: str = "", event: str = "", size: int = 50) -> Page[Entry]:
    """A page of the public record, newest first."""
    entries = Entry.objects.filter(public=True)
    if event:
        entries = entries.filter(event=event)
    return paginate(entries, ("-id",), after=after, before=before, size=size)


def lines(entries: Sequence[Entry]) -> list[Line]:
    """Entries as sentences; labels are asked once per kind of subject. What is not public is not named."""
    known = subjects.describe((entry.subject_kind, entry.subject_id) for entry in entries)
    return [_line(entry, known.get((entry.subject_kind, entry.subject_id))) for entry in entries]


def seal_of(entry: Entry) -> Seal | None:
    """The batch that holds an entry, or None while it waits."""
    if Unsealed.objects.filter(entry=entry).exists():
        return None
    return Seal.objects.filter(first__lte=entry.pk, last__gte=entry.pk, entries__contains=entry.pk).first()


def acts_of(user_id: int) -> list[dict[str, Any]]:
    """What one sign-in did, for their own data."""
    keys = Pseudonym.objects.filter(user_id=user_id).values("key")
    fields = ("id", "event", "data", "at", "subject_kind", "subject_id")
    return [
        {name: getattr(act, name) for name in fields} for act in Entry.objects.filter(actor_key__in=keys).only(*fields)
    ]


def user_of(actor_key: str) -> int | None:
    """Whose sign-in made an entry, while the tie still stands. For telling people, never for showing."""
    if not actor_key:
        return None
    return Pseudonym.objects.filter(key=actor_key).values_list("user_id", flat=True).first()


def _line(entry: Entry, subject: subjects.Subject | None) -> Line:
    shown = subject if subject and subject.public else None
    return Line(
        id=entry.pk,
        at=entry.at,
        sentence=sentence_of(entry.event, entry.data, shown),
        role=entry.role,
        label=shown.label if shown else "",
        url=shown.url if shown else "",
        event=entry.event,
    )


@cache
def _newest_of(limit: int) -> Prepared[Entry]:
    """Asked by every page that shows what happened to its record."""
    return Prepared(
        lambda: (
            Entry.objects.filter(subject_kind=slot("kind"), subject_id=slot("pk"), public=True)
            .only("event", "data", "role", "at")
            .order_by("-id")[:limit]
        ),
        planned=True,
    )
