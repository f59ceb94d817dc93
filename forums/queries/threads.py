"""Talk as pages need it: a long thread costs as many queries as a short one."""

from dataclasses import dataclass
from typing import Any

from core.keyset import Page, encode, paginate
from core.subjects import key_of
from forums.models import Forum, Post, Thread
from forums.querysets import ThreadQuerySet
from forums.states import Stance

PAGE = 40
BEST = 3
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
    return Thread.objects.for_page().filter(about_kind=kind, about_id=pk).first()


def thread_page(thread: Thread, after: str = "", before: str = "", *, size: int = PAGE) -> ThreadPage:
    """One page of the thread, in one query."""
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
    posts = Post.objects.filter(thread=thread).select_related("author").defer("body")
    found = list(posts.openers(Stance.FOR)[:each].union(posts.openers(Stance.AGAINST)[:each], all=True))
    return BestPosts([p for p in found if p.stance == Stance.FOR], [p for p in found if p.stance == Stance.AGAINST])


def thread_list(forum: Forum) -> ThreadQuerySet:
    """The forum's own threads: pinned ones first, then those last spoken in."""
    return Thread.objects.filter(forum=forum).own().for_list()


def thread_list_page(forum: Forum, after: str = "", before: str = "") -> Page[Thread]:
    return paginate(thread_list(forum), LIST_ORDER, after=after, before=before, size=20)
