"""What the list can be narrowed to. Asked of the database every few minutes, not with every page."""

import time
from dataclasses import dataclass

from django.conf import settings

from forums.models import Forum
from places.models import Area
from proposals.models import Proposal

KEPT = 300  # seconds: a new forum or topic can wait so long to be offered as a filter
TOPICS = 200

_kept: tuple[float, "Choices | None"] = (0.0, None)


@dataclass(frozen=True, slots=True)
class Choices:
    """(value, label) pairs in the order in which they are offered."""

    forums: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]


def choices() -> Choices:
    """Three queries, at most once in a few minutes in each process."""
    global _kept
    read_at, found = _kept
    # The age of a copy is a matter of the real clock; in tests each transaction has proposals of its own.
    if found is not None and time.monotonic() - read_at < KEPT and not settings.TEST:
        return found
    found = _read()
    _kept = (time.monotonic(), found)
    return found


def _read() -> Choices:
    with_proposals = Proposal.objects.shown().filter(area__isnull=False).values("area_id").distinct()
    topics = Proposal.objects.shown().exclude(topic="").order_by("topic").values_list("topic", flat=True).distinct()
    return Choices(
        forums=tuple(Forum.objects.order_by("sort_key").values_list("slug", "title")),
        areas=tuple(Area.objects.filter(pk__in=with_proposals).order_by("sort_key").values_list("slug", "name")),
        topics=tuple((topic, topic) for topic in topics[:TOPICS]),
    )
