"""Ten thousand posts cost what a hundred do; and so do the most discussed real conversations, where their record is at hand."""

import csv
import gzip
from collections import Counter
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from core import now
from forums.actions import import_posts
from forums.actions.imports import RECOUNT, RECOUNT_REPLIES, ImportedPost
from forums.models import Post, Thread
from forums.paths import path_below
from forums.queries import beginning_of
from forums.states import Sort
from tests.cast import client_as
from tests.scenes import forums as scene

RECORDS = Path(settings.BASE_DIR).parent / "shared" / "data"
BARCELONA = RECORDS / "decidim-barcelona-pam-2016" / "comments.csv.gz"
MADRID = RECORDS / "decide-madrid-2019-annotated" / "comments.csv"
STANCES = ("for", "against", "neutral")


@pytest.fixture
def thread(ada):
    return scene.thread(scene.forum(members=[ada]), by=ada)


def crowd(thread, number):
    """So many posts in one statement: half of all answers stand below one opener, the rest lie about."""
    from django.db import connection

    first, moment = (
        1 + (Post.objects.order_by("-pk").values_list("pk", flat=True).first() or 0),
        now() - timedelta(days=9),
    )
    made, openers = [], []
    for n in range(number):
        parent = None if n % 4 == 0 or not openers else openers[0] if n % 2 else openers[n % len(openers)]
        post = Post(
            pk=first + n, thread=thread, parent=parent, root=parent, depth=1 if parent else 0,
            path=path_below(parent.path if parent else "", first + n), author_label=f"Somebody {n % 97}",
            stance=STANCES[n % 3], body="Words.", body_html="<p>Words.</p>", useful=n * 7919 % 101, language="en",
            created_at=moment + timedelta(seconds=n),
        )  # fmt: skip
        made.append(post)
        if parent is None:
            openers.append(post)
    Post.objects.bulk_create(made, batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT, [[thread.pk]])
        cursor.execute(RECOUNT_REPLIES, [[post.pk for post in openers]])
        cursor.execute("SELECT setval(pg_get_serial_sequence('forums_post', 'id'), %s)", [first + number])
        cursor.execute("ANALYZE forums_post")
    return made


@pytest.mark.parametrize("number", [100, 10_000])
@pytest.mark.parametrize(
    ("who", "page", "permalink", "new"), [("finn", 2, 4, 2), ("ben", 13, 12, 11)], ids=["signed out", "signed in"]
)
def test_first_page_permalink_and_three_new_cost_the_same_at_ten_thousand_posts(
    thread, number, who, page, permalink, new, request, django_assert_num_queries
):
    made = crowd(thread, number)
    deep = next(post for post in reversed(made) if post.parent_id)
    browser = client_as(request.getfixturevalue(who))
    browser.get("/forums/")

    for sort in ("", "?sort=newest", "?sort=best", "?sort=discussed"):
        with django_assert_num_queries(page):
            first = browser.get(f"/forums/threads/{thread.pk}/{sort}")
    with django_assert_num_queries(permalink):
        alone = browser.get(f"/forums/posts/{deep.pk}/")
    with django_assert_num_queries(new):
        fresh = browser.get(f"/forums/threads/{thread.pk}/new/?after={made[-4].pk}")

    assert first.text.count('<article class="post"') <= 36
    assert "See all " in first.text
    assert f'id="post-{deep.pk}"' in alone.text
    assert "3 new posts" in fresh.text


def test_of_ten_thousand_posts_a_page_reads_a_few_rows_of_an_index(thread):
    from django.db import connection

    crowd(thread, 10_000)
    rows = Post.objects.filter(thread=thread, depth=0)
    plans = {
        order: rows.order_by(*order)[:11].explain()
        for order in (("created_at", "id"), ("-score", "-id"), ("-reply_count", "-id"))
    }

    assert connection.vendor == "postgresql"
    assert [order for order, plan in plans.items() if "Sort" in plan or "post_by_" not in plan] == []


@pytest.mark.parametrize("order", Sort)
def test_the_plan_that_is_kept_for_every_conversation_suits_the_longest(thread, order):
    from django.db import connection

    crowd(thread, 10_000)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        before = rows_read(cursor)
        page, best = beginning_of(Thread.objects.get(pk=thread.pk), order)
        read = rows_read(cursor) - before

    assert len(page.posts) > 10
    assert len(best.both) == 6
    assert read < 200


def rows_read(cursor):
    cursor.execute(
        "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relid = 'forums_post'::regclass"
    )
    return cursor.fetchone()[0]


def real(path, about, pk, parent, at, text, stance):
    """The most discussed conversation of a published record, as posts to import."""
    if not path.exists():
        pytest.skip(f"NOT CHECKED: the record {path.name} of {path.parent.name} is not on this machine.")
    raw = path.read_bytes()
    rows = list(csv.DictReader(StringIO((gzip.decompress(raw) if path.suffix == ".gz" else raw).decode())))
    busiest = Counter(row[about] for row in rows).most_common(1)[0][0]
    found = [row for row in rows if row[about] == busiest]
    known = {row[pk] for row in found}
    return [
        {
            "source": path.parent.name,
            "source_id": row[pk],
            "html": row[text],
            "author_label": "Somebody",
            "created_at": at(row),
            "parent_source_id": row[parent] if row[parent] in known else "",
            "stance": stance(row),
        }
        for row in sorted(found, key=lambda row: int(row[pk]))
    ]


def moment(text):
    found = datetime.fromisoformat(text)
    return found if timezone.is_aware(found) else timezone.make_aware(found)


CONVERSATIONS = {
    "Barcelona": lambda: real(
        BARCELONA, "proposal_id", "id", "parent_id", lambda row: moment(row["created_at"]), "body",
        lambda row: {"1": "for", "-1": "against"}.get(row["alignment"], "neutral"),
    ),
    "Madrid": lambda: real(
        MADRID, "proposalId", "id", "parentId", lambda row: moment(f"{row['date']} {row['time'].removeprefix('0 days ')}"), "text",
        lambda row: "neutral",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", CONVERSATIONS)
def test_the_most_discussed_real_conversation_is_read_at_the_same_cost(thread, place, django_assert_num_queries):
    posts = CONVERSATIONS[place]()
    import_posts(posts=[ImportedPost(thread_id=thread.pk, **post) for post in posts])
    found = list(Post.objects.filter(thread=thread).order_by("pk"))
    deepest = max(found, key=lambda post: post.depth)
    browser = client_as()
    browser.get("/forums/")

    with django_assert_num_queries(2):
        first = browser.get(f"/forums/threads/{thread.pk}/")
    with django_assert_num_queries(4):
        alone = browser.get(f"/forums/posts/{deepest.pk}/")
    with django_assert_num_queries(2):
        fresh = browser.get(f"/forums/threads/{thread.pk}/new/?after={found[-4].pk}")

    assert len(found) > 100
    assert Thread.objects.get(pk=thread.pk).post_count == len(found)
    assert first.status_code == 200
    assert f'id="post-{deepest.pk}"' in alone.text
    assert "3 new posts" in fresh.text
