"""Take in what was said on another platform, with its dates, sides and order: many threads at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models, transaction

from core.text import clean, one_line
from forums.models import Forum, Post, Thread
from forums.paths import path_below
from forums.states import Stance

RECOUNT = """
UPDATE forums_thread AS thread SET
    post_count = figures.posts, for_count = figures.sayfor, against_count = figures.against, last_post_at = figures.last,
    languages = figures.languages
FROM (
    SELECT thread_id, count(*) FILTER (WHERE deleted_at IS NULL) AS posts,
        count(*) FILTER (WHERE stance = 'for' AND deleted_at IS NULL) AS sayfor,
        count(*) FILTER (WHERE stance = 'against' AND deleted_at IS NULL) AS against, max(created_at) AS last,
        array_agg(DISTINCT language ORDER BY language) AS languages
    FROM forums_post WHERE thread_id = ANY(%s) GROUP BY thread_id
) AS figures
WHERE thread.id = figures.thread_id
"""
RECOUNT_REPLIES = """
UPDATE forums_post AS opener SET reply_count = below.replies
FROM (SELECT root_id, count(*) AS replies FROM forums_post WHERE root_id = ANY(%s) GROUP BY root_id) AS below
WHERE opener.id = below.root_id
"""


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """One post as the other platform published it; `html` is cleaned here. Parents come before their replies."""

    thread_id: int
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
def threads_about(*, forum: Forum, records: Sequence[tuple[models.Model, str, datetime]]) -> dict[int, int]:
    """Each record (with its title and moment) of one kind has its thread; gives thread ids by record id."""
    if not records:
        return {}
    kind = records[0][0]._meta.label_lower
    Thread.objects.bulk_create(
        (
            Thread(
                forum=forum,
                about_kind=kind,
                about_id=record.pk,
                title=one_line(title)[:200],
                created_at=moment,
                last_post_at=moment,
            )
            for record, title, moment in records
        ),
        ignore_conflicts=True,
    )
    ids = [record.pk for record, _title, _moment in records]
    threads = Thread.objects.filter(about_kind=kind, about_id__in=ids).values_list("about_id", "pk")
    return {about: pk for about, pk in threads if about is not None}


@transaction.atomic
def import_posts(*, posts: Iterable[ImportedPost]) -> int:
    """The posts stand in their threads once, however often they are imported; gives how many were new.

    No entry of its own in the record: the import as a whole is one act of whoever calls. A reply whose parent is
    nowhere to be found stands at the top of its thread.
    """
    wanted = list(posts)
    known = _known(wanted)
    fresh = [one for one in wanted if (one.source, one.source_id) not in known]
    made = []
    for pk, one in zip(_next_keys(len(fresh)), fresh, strict=True):
        parent = known.get((one.source, one.parent_source_id)) if one.parent_source_id else None
        post = _post(pk, one, parent)
        known[one.source, one.source_id] = post
        made.append(post)
    Post.objects.bulk_create(made, batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT, [sorted({post.thread_id for post in made})])
        cursor.execute(RECOUNT_REPLIES, [sorted({post.root_id for post in made if post.root_id})])
    return len(made)


def _post(pk: int, one: ImportedPost, parent: Post | None) -> Post:
    return Post(
        pk=pk,
        thread_id=one.thread_id,
        parent=parent,
        root_id=(parent.root_id or parent.pk) if parent else None,
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


def _known(posts: Sequence[ImportedPost]) -> dict[tuple[str, str], Post]:
    """Those of these posts, and of their parents, that stand already."""
    ids = {one.source_id for one in posts} | {one.parent_source_id for one in posts if one.parent_source_id}
    standing = Post.objects.filter(source__in={one.source for one in posts}, source_id__in=ids)
    return {(post.source, post.source_id): post for post in standing.defer("body", "body_html")}


def _next_keys(number: int) -> list[int]:
    """Keys for so many posts, because a path holds the key of its own post."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('forums_post', 'id')) FROM generate_series(1, %s)", [number]
        )
        return [row[0] for row in cursor.fetchall()]
