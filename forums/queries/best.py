"""What stands before a long conversation: the best of each side."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import Value

from core.prepared import Prepared, slot
from forums.models import Post, Thread
from forums.queries.pages import ThreadPage
from forums.states import Stance

BEST = 3
SHORT = 12  # posts: a conversation that one reads whole, in which the best would only be the same posts twice
FOR, AGAINST, FIRST = range(3)


@dataclass(frozen=True, slots=True)
class BestPosts:
    """The most useful openers of each side; nothing of a short conversation."""

    in_favour: list[Post] = field(default_factory=list)
    against: list[Post] = field(default_factory=list)

    @property
    def both(self) -> list[Post]:
        return [*self.in_favour, *self.against]


def best_posts(thread: Thread, each: int = BEST) -> BestPosts:
    """The best `each` of either side, in one query."""
    return _best(_parts(each, FOR, AGAINST).all(thread=thread.pk))


def opening_of(thread: Thread, *, size: int = 10) -> tuple[ThreadPage, BestPosts]:
    """What stands on the page of the record that a thread is about, in one query.

    A short conversation from its beginning, each answer below what it answers; of a long one the best of each side and after
    them the first openers that are not among these. No post stands there twice.
    """
    if thread.post_count <= SHORT:
        posts = _whole(SHORT).all(thread=thread.pk)
        return ThreadPage(thread, posts), BestPosts()
    found = _parts(BEST, FIRST, FOR, AGAINST, size=size + 2 * BEST).all(thread=thread.pk)
    best = _best(found)
    shown = {post.pk for post in best.both}
    first = sorted((post for post in found if post.part == FIRST), key=lambda post: (post.created_at, post.pk))
    return ThreadPage(thread, [post for post in first if post.pk not in shown][:size]), best


def best_among(posts: list[Post]) -> list[Post]:
    """In the order in which the best of a side stand."""
    return sorted(posts, key=lambda post: (-post.score, post.pk))


def _best(found: list[Any]) -> BestPosts:
    return BestPosts(*(best_among([post for post in found if post.part == part]) for part in (FOR, AGAINST)))


@cache
def _parts(each: int, *parts: int, size: int = 0) -> Prepared[Any]:
    def build() -> Any:
        posts = Post.objects.filter(thread=slot("thread")).for_thread()
        rows = {
            FOR: posts.openers(Stance.FOR)[:each],
            AGAINST: posts.openers(Stance.AGAINST)[:each],
            FIRST: posts.filter(depth=0).order_by("created_at", "id")[:size],
        }
        first, *others = (rows[part].annotate(part=Value(part)) for part in parts)
        return first.union(*others, all=True) if others else first

    return Prepared(build, planned=True)


@cache
def _whole(size: int) -> Prepared[Post]:
    return Prepared(
        lambda: Post.objects.filter(thread=slot("thread")).for_thread().order_by("path")[: size + 1], planned=True
    )
