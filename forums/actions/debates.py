"""When a conversation takes posts, and what is told to it while it runs."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.text import render
from core.verdicts import require
from forums.actions.activities import lasts
from forums.events import ThreadPeriodSet, ThreadUpdated
from forums.models import Thread, ThreadUpdate
from forums.policies import may_set_period, may_update_thread
from forums.states import ThreadState
from ledger.actions import record


@transaction.atomic
def set_period(*, actor: Any, thread: Thread, opens_at: datetime | None, closes_at: datetime | None) -> Thread:
    """Posts are taken between these moments and at no other; None is no limit. Everybody who wrote in it is told."""
    require(may_set_period(actor, thread))
    require(lasts(opens_at, closes_at))
    changes = {"opens_at": opens_at, "closes_at": closes_at}
    if not Thread.objects.filter(pk=thread.pk, state=ThreadState.OPEN).update(**changes):
        raise StateConflict
    thread.opens_at, thread.closes_at = opens_at, closes_at
    event = ThreadPeriodSet(
        thread_id=thread.pk,
        opens_at=opens_at.isoformat() if opens_at else "",
        closes_at=closes_at.isoformat() if closes_at else "",
    )
    record(event, actor=actor, subject=thread)
    return thread


@transaction.atomic
def add_update(*, actor: Any, thread: Thread, text: str) -> ThreadUpdate:
    """The debate has one more dated update, numbered in the order of their coming; everybody who wrote in it is told."""
    require(may_update_thread(actor, thread))
    # The row's lock numbers two updates at once one after the other, and keeps a closing away.
    if not Thread.objects.select_for_update().filter(pk=thread.pk, state=ThreadState.OPEN).exists():
        raise StateConflict
    made = ThreadUpdate.objects.create(
        thread=thread,
        number=ThreadUpdate.objects.filter(thread=thread).count() + 1,
        text=text,
        text_html=render(text),
        author=person_of(actor),
        at=now(),
    )
    digest = sha256(text.encode()).hexdigest()
    record(ThreadUpdated(thread_id=thread.pk, number=made.number, digest=digest), actor=actor, subject=thread)
    return made
