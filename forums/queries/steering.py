"""What facilitators and moderators did in a conversation, for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from accounts.queries import person_of
from forums.models import Post, Thread
from ledger.models import Entry
from ledger.queries import Line, lines
from moderation.models import Decision

LATEST = 100
SIDES = ("for", "against")
OF_THREAD = ("forums.ThreadSlowed", "forums.PostsMoved", "forums.ThreadClosed", "forums.ThreadPinned")


def steered(thread: Thread) -> list[Line]:
    """Slowed, moved, pinned, closed, hidden, edited, shown again: the latest first, in six queries at most."""
    posts = Post.objects.filter(thread=thread)
    decisions = Decision.objects.filter(
        Q(subject_kind="forums.thread", subject_id=thread.pk)
        | Q(subject_kind="forums.post", subject_id__in=posts.values("pk"))
    )
    shown = (
        Q(subject_kind="forums.thread", subject_id=thread.pk, event__in=OF_THREAD)
        | Q(subject_kind="forums.post", event="forums.PostPinned", subject_id__in=posts.values("pk"))
        | Q(subject_kind="moderation.decision", subject_id__in=decisions.values("pk"))
    )
    return lines(list(Entry.objects.filter(shown, public=True).order_by("-id")[:LATEST]))


def threads_to_move_to(thread: Thread) -> "Iterable[Thread]":
    """The open conversations of the same forum, those last spoken in first."""
    rows = Thread.objects.filter(forum=thread.forum_id, state="open", hidden_at=None).exclude(pk=thread.pk)
    return rows.order_by("-last_post_at", "-id")


def abouts(thread_ids: Iterable[int]) -> list[tuple[int, str, int]]:
    """Which records these conversations are about: (thread, kind, id)."""
    rows = Thread.objects.filter(pk__in=list(thread_ids), about_id__isnull=False)
    return [(pk, kind, int(about or 0)) for pk, kind, about in rows.values_list("pk", "about_kind", "about_id")]


@dataclass(frozen=True, slots=True)
class Parts:
    """Where somebody is a party: the conversations in which they took a side, and the posts that are theirs."""

    threads: set[int]
    answered: set[int]


def took_part(user: Any, threads: set[int], answered: Iterable[int] = ()) -> Parts:
    """In which of these conversations this user took a side, and which of the posts that are answered they wrote; one query."""
    person = person_of(user)
    if person is None:
        return Parts(set(), set())
    sided = Q(thread__in=threads, stance__in=SIDES)
    rows = Post.objects.filter(sided | Q(pk__in=set(answered)), author=person).values_list("pk", "thread_id", "stance")
    found = list(rows)
    return Parts({thread for _pk, thread, stance in found if stance in SIDES}, {pk for pk, _thread, _stance in found})
