"""What the pages of one thing need, whatever it is."""

from typing import Any

from django.http import Http404

from core.subjects import describe, key_of
from moderation import hosts, queries
from moderation.policies.locks import has_it, name_of


def loaded(user: Any, kind: str, pk: int) -> tuple[Any, dict[str, Any]]:
    """The record, and how it is named; 404 for what this user may not see or what nobody moderates."""
    record = hosts.record_for(user, kind, pk)
    if record is None:
        raise Http404
    return record, {"subject": describe([(kind, pk)])[kind, pk], "record": record, "kind": kind}


def desk_of(user: Any, record: Any) -> dict[str, Any]:
    """Whether this moderator has it on the desk, or who else has and since when."""
    lock = queries.lock_of(key_of(record))
    mine = bool(has_it(user, lock))
    return {"held": mine, "lock": lock, "holder": name_of(lock) if lock and not mine else ""}
