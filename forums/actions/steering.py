"""Set the pace of a conversation; move what is off its subject, with its answers, and leave a marker. All of it is public."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, F, Max, Q, Value
from django.db.models.functions import Concat, Greatest, Substr
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.text import one_line, render
from core.verdicts import require
from forums.events import PostsMoved, ThreadSlowed
from forums.models import Post, PostMove, Thread
from forums.paths import path_below
from forums.policies.steering import may_move, may_move_to, may_slow
from forums.states import EvidenceKind, Stance, ThreadState, Voice
from ledger.actions import record


@transaction.atomic
def slow_thread(*, actor: Any, thread: Thread, minutes: int, until: datetime | None = None) -> Thread:
    """Each person posts once in so many minutes, until a moment; with 0 minutes everybody posts at any pace again."""
    require(may_slow(actor, thread))
    changes = {"slow_minutes": minutes, "slow_until": until if minutes else None}
    if not Thread.objects.filter(pk=thread.pk, state=ThreadState.OPEN).update(**changes):
        raise StateConflict
    for name, value in changes.items():
        setattr(thread, name, value)
    event = ThreadSlowed(thread_id=thread.pk, minutes=minutes, until=until.isoformat() if until and minutes else "")
    record(event, actor=actor, subject=thread, role="facilitator")
    return thread


@transaction.atomic
def move_posts(*, actor: Any, post: Post, to: Thread, reason: str) -> PostMove:
    """The post and everything below it stand in `to` as they stood here; both conversations count right, and a marker leads there.

    Both threads are locked, the older first, so that nobody answers into the gap and two moves never wait in a ring.
    """
    require(may_move(actor, post))
    require(may_move_to(post, to))
    threads = {
        one.pk: one for one in Thread.objects.select_for_update().filter(pk__in=(post.thread_id, to.pk)).order_by("pk")
    }
    held = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if held.thread_id != post.thread_id or threads[to.pk].state != ThreadState.OPEN:
        raise StateConflict
    marker = _mark(actor, held, to, reason)
    count = _carry_over(held, to, marker)
    for thread in threads.values():
        recount(thread)
    move = PostMove.objects.create(
        post=held,
        from_thread_id=marker.thread_id,
        to_thread=to,
        marker=marker,
        posts=count,
        reason=one_line(reason),
        by=actor,
        at=marker.created_at,
    )
    event = PostsMoved(move.pk, post_id=held.pk, from_thread_id=marker.thread_id, to_thread_id=to.pk, posts=count)
    record(event, actor=actor, subject=threads[marker.thread_id], role="facilitator")
    return move


def recount(thread: Thread) -> None:
    """The figures of a conversation, from its posts."""
    sides = {
        "post_count": Count("id"),
        "for_count": Count("id", filter=Q(stance=Stance.FOR)),
        "against_count": Count("id", filter=Q(stance=Stance.AGAINST)),
    }
    found = Post.objects.filter(thread=thread).aggregate(last=Max("created_at"), **sides)
    last = found.pop("last")
    Thread.objects.filter(pk=thread.pk).update(last_post_at=last or thread.created_at, **found)


def _carry_over(post: Post, to: Thread, marker: Post) -> int:
    """The branch begins at the top of `to`: ways, depths and roots follow. How many posts went."""
    was, becomes = post.path, path_below("", post.pk)
    branch = Post.objects.filter(thread=post.thread_id, path__startswith=was).exclude(pk=marker.pk)
    ids = [*branch.values_list("pk", flat=True)]
    below = [pk for pk in ids if pk != post.pk]
    Post.objects.filter(pk__in=below).update(
        thread=to,
        root=post.pk,
        depth=F("depth") - post.depth,
        path=Concat(Value(becomes), Substr("path", len(was) + 1)),
    )
    changes: dict[str, Any] = {}
    if post.evidence == EvidenceKind.CORRECTION and post.parent_id:
        # It puts right what it no longer answers.
        changes["evidence"] = ""
        Post.objects.filter(pk=post.parent_id, corrections__gt=0).update(corrections=F("corrections") - 1)
    if post.root_id:
        Post.objects.filter(pk=post.root_id).update(reply_count=Greatest(F("reply_count") - len(below), Value(0)))
    Post.objects.filter(pk=post.pk).update(
        thread=to, parent=None, root=None, depth=0, path=becomes, pinned=False, reply_count=len(below), **changes
    )
    languages = Post.objects.filter(thread=to).order_by().values_list("language", flat=True).distinct()
    Thread.objects.filter(pk=to.pk).update(languages=sorted(languages))
    return len(ids)


def _mark(actor: Any, post: Post, to: Thread, reason: str) -> Post:
    """What stands in the place of the branch: said once, to everybody, in the council's own language."""
    with translation.override(settings.LANGUAGE_CODE):
        words = _("What stood here was moved to [the conversation it belongs to](%(url)s): %(reason)s") % {
            "url": reverse("forums:thread", args=[to.pk]),
            "reason": one_line(reason),
        }
    return Post.objects.create(
        thread_id=post.thread_id,
        parent_id=post.parent_id,
        root_id=post.root_id,
        depth=post.depth,
        path=post.path,
        author=person_of(actor),
        voice=Voice.FACILITATOR,
        stance=Stance.NEUTRAL,
        body=words,
        body_html=render(words),
        created_at=now(),
    )
