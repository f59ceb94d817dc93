"""Talk as pages need it: a long thread costs as many queries as a short one."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Value

from core.keyset import Page, encode, paginate
from core.prepared import Prepared, slot
from core.subjects import key_of
from forums.models import Forum, Post, Thread
from forums.querysets import DRAWN, ThreadQuerySet
from forums.states import Stance

PAGE = 40
BEST = 3
FIRST, FOR, AGAINST = range(3)  # the parts of an opening
LIST_ORDER = ("-pinned", "-last_post_at", "-id")


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """Up to 40 posts of a thread in reading order: each reply below what it answers."""

    thread: Thread
    posts: list[Post]
    next_cursor: str
    previous_cursor: str

    @property
    def rows(self) -> list[Post]:
        return self.posts


@dataclass(frozen=True, slots=True)
class BestPosts:
    """The most useful openers of each side."""

    in_favour: list[Post]
    against: list[Post]


def thread_for(record: Any) -> Thread | None:
    """The thread about a record, if anybody has begun it."""
    kind, pk = key_of(record)
    return _ABOUT.one(kind=kind, pk=pk)


def thread_page(thread: Thread, after: str = "", before: str = "", *, size: int = PAGE) -> ThreadPage:
    """One page of the thread, in one query."""
    if not (after or before):
        first = _first_posts(size).all(thread=thread.pk)
        return ThreadPage(thread, first[:size], encode([first[size - 1].path]) if len(first) > size else "", "")
    found = paginate(Post.objects.filter(thread=thread).for_thread(), ("path",), after=after, before=before, size=size)
    return ThreadPage(thread, found.rows, found.next_cursor, found.previous_cursor)


def page_with(post: Post) -> str:
    """The cursor of the thread page that holds this post; "" for the first page. Two queries at most."""
    paths = (
        Post.objects.filter(thread=post.thread_id, path__lt=post.path).order_by("path").values_list("path", flat=True)
    )
    before = paths.count()
    start = before - before % PAGE
    return encode([paths[start - 1]]) if start else ""


def best_posts(thread: Thread, each: int = BEST) -> BestPosts:
    """The best `each` of either side, in one query."""
    posts = Post.objects.filter(thread=thread).select_related("author").only(*DRAWN, "author__name")
    found = list(posts.openers(Stance.FOR)[:each].union(posts.openers(Stance.AGAINST)[:each], all=True))
    return BestPosts([p for p in found if p.stance == Stance.FOR], [p for p in found if p.stance == Stance.AGAINST])


def opening_of(thread: Thread, *, size: int = 10, each: int = BEST) -> tuple[ThreadPage, BestPosts]:
    """The first `size` posts and the best of either side, in one query: what stands on the page of the record they are about."""
    found = _opening(size, each).all(thread=thread.pk)
    first = sorted((post for post in found if post.part == FIRST), key=lambda post: post.path)
    best = sorted((post for post in found if post.part != FIRST), key=lambda post: (-post.score, post.pk))
    page = ThreadPage(thread, first[:size], encode([first[size - 1].path]) if len(first) > size else "", "")
    return page, BestPosts([p for p in best if p.part == FOR], [p for p in best if p.part == AGAINST])


def thread_list(forum: Forum) -> ThreadQuerySet:
    """The forum's own threads: pinned ones first, then those last spoken in."""
    return Thread.objects.filter(forum=forum).own().for_list()


def thread_list_page(forum: Forum, after: str = "", before: str = "") -> Page[Thread]:
    return paginate(thread_list(forum), LIST_ORDER, after=after, before=before, size=20)


# What stands on the page of every record that people talk about.
_ABOUT: Prepared[Thread] = Prepared(
    lambda: (
        Thread.objects.select_related("forum", "activity")
        .defer(*("opening", "opening_html", "conclusions", "conclusions_html", "forum__purpose", "forum__purpose_html"))
        .filter(about_kind=slot("kind"), about_id=slot("pk"))
    ),
    planned=True,
)


@cache
def _first_posts(size: int) -> Prepared[Post]:
    return Prepared(
        lambda: Post.objects.filter(thread=slot("thread")).for_thread().order_by("path")[: size + 1], planned=True
    )


@cache
def _opening(size: int, each: int) -> Prepared[Any]:
    def build() -> Any:
        posts = Post.objects.filter(thread=slot("thread")).for_thread()
        first = posts.annotate(part=Value(FIRST)).order_by("path")[: size + 1]
        best = (
            posts.annotate(part=Value(part)).openers(stance)[:each]
            for part, stance in ((FOR, Stance.FOR), (AGAINST, Stance.AGAINST))
        )
        return first.union(*best, all=True)

    return Prepared(build, planned=True)
