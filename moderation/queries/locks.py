"""Who is at work on what."""

from collections.abc import Iterable

from core import now
from moderation.models import Lock


def lock_of(key: tuple[str, int]) -> Lock | None:
    """Who has this thing on the desk now, with the person; one query."""
    return Lock.objects.of(*key).live(now()).select_related("by__person").first()


def locks_of(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Lock]:
    """The same for many things, in one query."""
    wanted = set(keys)
    kinds, ids = {kind for kind, _pk in wanted}, {pk for _kind, pk in wanted}
    rows = Lock.objects.live(now()).filter(subject_kind__in=kinds, subject_id__in=ids).select_related("by__person")
    found = {(row.subject_kind, row.subject_id): row for row in rows} if wanted else {}
    return {key: row for key, row in found.items() if key in wanted}
