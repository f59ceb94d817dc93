"""Forums as lists and as pages need them."""

from typing import Any

from accounts.queries import person_of
from core import now
from core.keyset import Page, paginate
from forums.models import Activity, Forum, Membership
from forums.querysets import ActivityQuerySet, ForumQuerySet


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
