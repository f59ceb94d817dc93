"""Forums as lists and as pages need them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from accounts.queries import person_of
from core import now
from core.keyset import Page, paginate
from forums.models import Activity, Forum, Membership, Phase, Thread
from forums.queries.processes import phases_of_forum
from forums.querysets import ActivityQuerySet, ForumQuerySet
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
    moment = now()
    facilitators = Membership.objects.facilitators().filter(forum=forum).by_name()
    return ForumOverview(
        forum=forum,
        areas=list(forum.areas.for_list()),  # type: ignore[attr-defined]
        facilitators=list(facilitators),
        activities=list(forum.activities.unfinished(moment).with_needed().order_by("opens_at", "id")),  # type: ignore[attr-defined]
        past=list(forum.activities.over(moment).order_by("-closes_at", "-id")[:PAST]),  # type: ignore[attr-defined]
        phases=phases_of_forum(forum.pk),
        threads=list(forum.threads.own().for_list().order_by("-pinned", "-last_post_at", "-id")[:NEWEST]),  # type: ignore[attr-defined]
    )


def forum_list(*, kind: str = "", area_id: int | None = None, words: str = "") -> ForumQuerySet:
    """Forums by title, narrowed by what is asked for; closed ones are found by their own address only."""
    found = Forum.objects.living().for_list()
    if kind:
        found = found.of_kind(kind)
    if area_id:
        found = found.for_area(area_id)
    if words:
        found = found.naming(words)
    return found.order_by("sort_key", "id")


def forum_page(
    *, kind: str = "", area_id: int | None = None, words: str = "", after: str = "", before: str = ""
) -> Page[Forum]:
    return paginate(
        forum_list(kind=kind, area_id=area_id, words=words), ("sort_key", "id"), after=after, before=before, size=30
    )


def forums_of(user: Any) -> list[Membership]:
    """The forums this user is in, with their role, by title; one query."""
    person = person_of(user)
    if person is None:
        return []
    return list(
        Membership.objects.current().filter(person=person).select_related("forum").order_by("forum__sort_key", "id")
    )


def open_activities(forum: Forum, kind: str = "") -> ActivityQuerySet:
    """What the forum runs now."""
    found = Activity.objects.filter(forum=forum).open(now())
    return (found.filter(kind=kind) if kind else found).order_by("opens_at", "id")


def wards_of_members(forum: Forum) -> list[tuple[str, int]]:
    """How many members live in each ward, most first; those whose ward is not known are under ""."""
    found = (
        Membership.objects.current()
        .filter(forum=forum)
        .values_list("person__ward__name")
        .annotate(number=Count("id"))
        .order_by("-number", "person__ward__name")
    )
    return [(name or "", number) for name, number in found]
