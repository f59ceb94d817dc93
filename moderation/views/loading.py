"""What the pages of one thing need, whatever it is."""

from typing import Any

from django.http import Http404

from core.subjects import describe
from moderation import hosts


def loaded(user: Any, kind: str, pk: int) -> tuple[Any, dict[str, Any]]:
    """The record, and how it is named; 404 for what this user may not see or what nobody moderates."""
    record = hosts.record_for(user, kind, pk)
    if record is None:
        raise Http404
    return record, {"subject": describe([(kind, pk)])[kind, pk], "record": record, "kind": kind}
