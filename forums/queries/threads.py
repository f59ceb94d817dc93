"""Threads by what they are about, and the list of a forum's own."""

from typing import Any

from core.keyset import Page, paginate
from core.prepared import Prepared, slot
from core.subjects import key_of
from forums.models import Forum, Thread
from forums.querysets import ThreadQuerySet

LIST_ORDER = ("-pinned", "-last_post_at", "-id")


def thread_for(record: Any) -> Thread | None:
    """The thread about a record, if anybody has begun it."""
    kind, pk = key_of(record)
    return _ABOUT.one(kind=kind, pk=pk)


def thread_for_page(pk: int) -> Thread | None:
    """The thread with all that its page says of it."""
    return _FOR_PAGE.one(pk=pk)


def updates_of(thread: Thread) -> list[Any]:
    """The dated updates of those who lead it; no query where the thread was loaded for its page and has none."""
    if not getattr(thread, "has_updates", True):
        return []
    return list(thread.updates.select_related("author"))  # type: ignore[attr-defined]


def thread_list(forum: Forum) -> ThreadQuerySet:
    """The forum's own threads: pinned ones first, then those last spoken in."""
    return Thread.objects.filter(forum=forum).own().for_list()


def thread_list_page(forum: Forum, after: str = "", before: str = "") -> Page[Thread]:
    return paginate(thread_list(forum), LIST_ORDER, after=after, before=before, size=20)


_FOR_PAGE: Prepared[Thread] = Prepared(lambda: Thread.objects.for_page().filter(pk=slot("pk")), planned=True)

# What stands on the page of every record that people talk about.
_ABOUT: Prepared[Thread] = Prepared(
    lambda: (
        Thread.objects.select_related("forum", "activity")
        .defer(*("opening", "opening_html", "conclusions", "conclusions_html", "forum__purpose", "forum__purpose_html"))
        .filter(about_kind=slot("kind"), about_id=slot("pk"))
    ),
    planned=True,
)
