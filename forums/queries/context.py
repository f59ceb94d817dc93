"""A post where it stands: what it answers, its neighbours, and its first answers. Three queries, however long the conversation."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Q, Value

from core.prepared import Prepared, slot
from forums.models import Post
from forums.paths import STEP
from forums.queries.threads import thread_for_page

NEIGHBOURS = 2  # on each side
ANSWERS = 10
BEFORE, AFTER, BELOW = range(3)


@dataclass(frozen=True, slots=True)
class Context:
    """`line`: what it answers from the opener down, the post itself, and its first answers, in reading order."""

    line: list[Post]
    before: list[Post]
    after: list[Post]


def context_of(post: Post) -> Context:
    """The same under every order of the conversation."""
    found = _around(post.depth == 0).all(
        thread=post.thread_id,
        post=post.pk,
        parent=post.parent_id,
        at=post.created_at,
        way=post.path,
        end=f"{post.path}~",
    )
    parts: dict[int, list[Post]] = {BEFORE: [], AFTER: [], BELOW: []}
    for one in found:
        parts[one.part].append(one)
    side = [sorted(parts[part], key=lambda one: (one.created_at, one.pk)) for part in (BEFORE, AFTER)]
    below = sorted(parts[BELOW], key=lambda one: one.path)
    return Context([*_above(post), post, *below], *side)


def post_for_page(pk: int) -> Post | None:
    """The post, with its thread and all that the policies ask of it."""
    post = _POST.one(pk=pk)
    thread = thread_for_page(post.thread_id) if post is not None else None
    if post is None or thread is None:
        return None
    post.thread = thread
    return post


def _above(post: Post) -> list[Post]:
    """What it answers, and what that answers: each begins the way of the next."""
    ways = [post.path[:end] for end in range(STEP, len(post.path), STEP)]
    if not ways:
        return []
    return list(Post.objects.filter(thread=post.thread_id, path__in=ways).for_thread().order_by("path"))


_POST: Prepared[Post] = Prepared(lambda: Post.objects.select_related("author").filter(pk=slot("pk")), planned=True)


@cache
def _around(of_openers: bool) -> Prepared[Any]:
    def build() -> Any:
        posts = Post.objects.filter(thread=slot("thread")).for_thread()
        earlier = Q(created_at__lte=slot("at")) & (Q(created_at__lt=slot("at")) | Q(pk__lt=slot("post")))
        later = Q(created_at__gte=slot("at")) & (Q(created_at__gt=slot("at")) | Q(pk__gt=slot("post")))
        if of_openers:
            before = posts.filter(earlier, depth=0).order_by("-created_at", "-id")
            after = posts.filter(later, depth=0).order_by("created_at", "id")
        else:
            answers = posts.filter(parent=slot("parent"))
            before = answers.filter(pk__lt=slot("post")).order_by("-id")
            after = answers.filter(pk__gt=slot("post")).order_by("id")
        below = posts.filter(path__gt=slot("way"), path__lt=slot("end")).order_by("path")[:ANSWERS]
        return (
            before[:NEIGHBOURS]
            .annotate(part=Value(BEFORE))
            .union(
                after[:NEIGHBOURS].annotate(part=Value(AFTER)),
                below.annotate(part=Value(BELOW)),
                all=True,
            )
        )

    return Prepared(build)
