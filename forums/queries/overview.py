"""What the forum's own floor knows for the forum's page, by prepared queries: after the lists it is what is opened most."""

from dataclasses import dataclass

from django.db.models import Count

from core import now
from core.prepared import Prepared, slot
from forums.models import Activity, Forum, Membership, Phase, Thread
from places.models import Area

NEWEST = 5
PAST = 10


@dataclass(frozen=True, slots=True)
class ForumOverview:
    """What the forum's own floor knows for its page."""

    forum: Forum
    areas: list[Area]
    facilitators: list[Membership]
    activities: list[Activity]  # open ones, then those to come
    past: list[Activity]  # over, the one that ended last first
    phases: list[Phase]  # of its processes: those that run now, then those to come
    threads: list[Thread]  # pinned ones, then those last spoken in

    @property
    def open_now(self) -> list[Activity]:
        return [one for one in self.activities if one.is_open]

    @property
    def to_come(self) -> list[Activity]:
        return [one for one in self.activities if not one.is_open]


def forum_overview(forum: Forum) -> ForumOverview:
    """In six queries, whatever the forum holds."""
    key, moment = forum.pk, now()
    return ForumOverview(
        forum=forum,
        areas=_AREAS.all(forum=key),
        facilitators=_FACILITATORS.all(forum=key),
        activities=_UNFINISHED.all(forum=key, moment=moment),
        past=_OVER.all(forum=key, moment=moment),
        phases=_PHASES.all(forum=key, moment=moment),
        threads=_THREADS.all(forum=key),
    )


def wards_of_members(forum: Forum) -> list[tuple[str, int]]:
    """How many members live in each ward, most first; those whose ward is not known are under ""."""
    return [(name or "", number) for name, number in _WARDS.all(forum=forum.pk)]


_AREAS: Prepared[Area] = Prepared(
    lambda: Area.objects.for_list().filter(
        pk__in=Forum.areas.through.objects.filter(forum=slot("forum")).values("area_id")
    ),
    planned=True,
)
_FACILITATORS: Prepared[Membership] = Prepared(
    lambda: Membership.objects.facilitators().filter(forum=slot("forum")).by_name(), planned=True
)
_UNFINISHED: Prepared[Activity] = Prepared(
    lambda: (
        Activity.objects.filter(forum=slot("forum")).unfinished(slot("moment")).with_needed().order_by("opens_at", "id")
    ),
    planned=True,
)
_OVER: Prepared[Activity] = Prepared(
    lambda: Activity.objects.filter(forum=slot("forum")).over(slot("moment")).order_by("-closes_at", "-id")[:PAST],
    planned=True,
)
_PHASES: Prepared[Phase] = Prepared(
    lambda: (
        Phase.objects.filter(process__forum=slot("forum"))
        .select_related("process")
        .exclude(ends_at__lte=slot("moment"))
        .order_by("starts_at", "id")
    ),
    planned=True,
)
_THREADS: Prepared[Thread] = Prepared(
    lambda: (
        Thread.objects.filter(forum=slot("forum")).own().for_list().order_by("-pinned", "-last_post_at", "-id")[:NEWEST]
    ),
    planned=True,
)
_WARDS: Prepared[tuple[str | None, int]] = Prepared(
    lambda: (
        Membership.objects.current()
        .filter(forum=slot("forum"))
        .values("person__ward__name")
        .annotate(number=Count("id"))
        .order_by("-number", "person__ward__name")
        .values_list("person__ward__name", "number")
    ),
    planned=True,
)
