"""Take in what was said on another platform, with its dates, sides and order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Count, Max, Q

from core.text import clean
from forums.models import Post, Thread
from forums.paths import path_below
from forums.states import Stance


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """One post as the other platform published it; `html` is cleaned here. Parents come before their replies."""

    source: str
    source_id: str
    html: str
    author_label: str
    created_at: datetime
    parent_source_id: str = ""
    stance: str = Stance.NEUTRAL
    useful: int = 0
    language: str = "en"


@transaction.atomic
def import_posts(*, thread: Thread, posts: Iterable[ImportedPost]) -> int:
    """The posts stand in the thread once, however often they are imported; gives how many were new.

    No entry of its own in the record: the import as a whole is one act of whoever calls.
    """
    wanted = list(posts)
    sources = {one.source for one in wanted}
    known = {(p.source, p.source_id): p for p in Post.objects.filter(source__in=sources, thread=thread)}
    fresh = [one for one in wanted if (one.source, one.source_id) not in known]
    made = []
    for pk, one in zip(_next_keys(len(fresh)), fresh, strict=True):
        parent = known.get((one.source, one.parent_source_id)) if one.parent_source_id else None
        post = Post(
            pk=pk,
            thread=thread,
            parent=parent,
            depth=parent.depth + 1 if parent else 0,
            path=path_below(parent.path if parent else "", pk),
            author_label=one.author_label[:80],
            stance=one.stance,
            body=one.html,
            body_html=clean(one.html),
            language=one.language,
            useful=one.useful,
            source=one.source,
            source_id=one.source_id,
            created_at=one.created_at,
        )
        known[one.source, one.source_id] = post
        made.append(post)
    Post.objects.bulk_create(made, batch_size=500)
    _recount(thread)
    return len(made)


def _recount(thread: Thread) -> None:
    """The figures of the thread agree with its posts."""
    figures = Post.objects.filter(thread=thread).aggregate(
        post_count=Count("id"),
        for_count=Count("id", filter=Q(stance=Stance.FOR)),
        against_count=Count("id", filter=Q(stance=Stance.AGAINST)),
        last_post_at=Max("created_at"),
    )
    figures["last_post_at"] = figures["last_post_at"] or thread.created_at
    Thread.objects.filter(pk=thread.pk).update(**figures)
    for name, value in figures.items():
        setattr(thread, name, value)


def _next_keys(number: int) -> list[int]:
    """Keys for so many posts, because a path holds the key of its own post."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('forums_post', 'id')) FROM generate_series(1, %s)", [number]
        )
        return [row[0] for row in cursor.fetchall()]
