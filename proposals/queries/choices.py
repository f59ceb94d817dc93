"""What the list can be narrowed to. Asked of the database every few minutes, not with every page."""

from dataclasses import dataclass

from django.core.cache import cache

from forums.models import Forum
from places.models import Area
from proposals.models import Proposal

KEPT = 300  # seconds: a new forum or topic can wait so long to be offered as a filter
_KEY = "proposals:choices"
TOPICS = 200


@dataclass(frozen=True, slots=True)
class Choices:
    """(value, label) pairs in the order in which they are offered."""

    forums: list[tuple[str, str]]
    areas: list[tuple[str, str]]
    topics: list[tuple[str, str]]


def choices() -> Choices:
    """Three queries at most; none while they are kept."""
    kept = cache.get(_KEY)
    if kept is None:
        kept = _read()
        cache.set(_KEY, kept, KEPT)
    return Choices(*kept)


def _read() -> tuple[list[tuple[str, str]], ...]:
    with_proposals = Proposal.objects.shown().filter(area__isnull=False).values("area_id").distinct()
    topics = Proposal.objects.shown().exclude(topic="").order_by("topic").values_list("topic", flat=True).distinct()
    return (
        list(Forum.objects.order_by("sort_key").values_list("slug", "title")),
        list(Area.objects.filter(pk__in=with_proposals).order_by("sort_key").values_list("slug", "name")),
        [(topic, topic) for topic in topics[:TOPICS]],
    )
