"""Begin a conversation, put it first, close it with what came of it."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.subjects import key_of
from core.text import one_line, render
from core.verdicts import require
from forums.actions.activities import freeze_rules, lasts
from forums.events import ThreadClosed, ThreadPinned, ThreadStarted
from forums.models import Activity, Forum, Thread
from forums.policies import may_close_thread, may_pin, may_start_thread
from forums.states import ThreadState
from ledger import actions as ledger


@transaction.atomic
def start_thread(
    *,
    actor: Any,
    forum: Forum,
    title: str,
    opening: str = "",
    activity: Activity | None = None,
    about: models.Model | None = None,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
) -> Thread:
    """A conversation of the forum, or about one record, is open to everybody's posts, between the two moments where they are given."""
    require(may_start_thread(actor, forum))
    require(lasts(opens_at, closes_at))
    moment = now()
    kind, pk = key_of(about) if about is not None else ("", None)
    thread = Thread.objects.create(
        forum=forum,
        activity=activity,
        about_kind=kind,
        about_id=pk,
        title=one_line(title),
        opening=opening,
        opening_html=render(opening) if opening else "",
        author=person_of(actor),
        created_at=moment,
        last_post_at=moment,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    if activity is not None:
        freeze_rules(activity=activity)
    ledger.record(ThreadStarted(forum_id=forum.pk, thread_id=thread.pk), actor=actor, subject=thread)
    return thread


@transaction.atomic
def thread_about(*, record: models.Model, forum: Forum, title: str) -> Thread:
    """The one thread about a record, made at first need. No act of its own: it came with the record."""
    kind, pk = key_of(record)
    moment = now()
    fresh = {"forum": forum, "title": one_line(title)[:200], "created_at": moment, "last_post_at": moment}
    return Thread.objects.select_related("forum", "activity", "author").get_or_create(
        about_kind=kind, about_id=pk, defaults=fresh
    )[0]


@transaction.atomic
def retitle_about(*, record: models.Model, title: str) -> None:
    """The thread about a record, if there is one, bears the record's new title (an edit, or words that had to be withheld)."""
    kind, pk = key_of(record)
    Thread.objects.filter(about_kind=kind, about_id=pk).update(title=one_line(title)[:200])


@transaction.atomic
def pin_thread(*, actor: Any, thread: Thread, pinned: bool = True) -> Thread:
    """It stands before the others, or no longer does."""
    require(may_pin(actor, thread))
    if not Thread.objects.filter(pk=thread.pk, pinned=not pinned).update(pinned=pinned):
        raise StateConflict
    thread.pinned = pinned
    ledger.record(ThreadPinned(thread_id=thread.pk, pinned=pinned), actor=actor, subject=thread)
    return thread


@transaction.atomic
def close_thread(*, actor: Any, thread: Thread, conclusions: str) -> Thread:
    """Nobody adds to it any more; what came of it stands at its top, and everybody who wrote in it is told."""
    require(may_close_thread(actor, thread))
    thread.move(ThreadState.CLOSED, conclusions=conclusions, conclusions_html=render(conclusions))
    event = ThreadClosed(forum_id=thread.forum_id, thread_id=thread.pk, posts=thread.post_count)
    ledger.record(event, actor=actor, subject=thread, role="facilitator")
    return thread
