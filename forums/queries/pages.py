"""A page of a conversation, in a fixed number of queries whatever the conversation holds.

Openers come by keyset in the wanted order; the first answers below each come by one lateral look-up, so that ten thousand
answers below one opener cost what three do.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from core.keyset import Pages, paginate
from core.prepared import Prepared, slot
from forums.models import Post, Thread
from forums.queries.wanted import Wanted
from forums.states import Sort

OPENERS = 10
ANSWERS = 2  # below each opener, before the rest folds
PAGE = 40  # posts one after the other
SIDE = 8  # openers of each side, in columns
ORDERS = {
    Sort.OLDEST: ("created_at", "id"),
    Sort.NEWEST: ("-created_at", "-id"),
    Sort.BEST: ("-score", "-id"),
    Sort.DISCUSSED: ("-reply_count", "-id"),
}
FIRST_BELOW = """
SELECT answer.id FROM unnest(%s::bigint[]) AS opener (id)
CROSS JOIN LATERAL (SELECT id FROM forums_post WHERE root_id = opener.id ORDER BY path LIMIT %s) AS answer
"""


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """Posts in the order in which they are drawn. `flat`: one after the other; else each answer follows its opener."""

    thread: Thread
    posts: list[Post]
    next_cursor: str = ""
    previous_cursor: str = ""
    flat: bool = False
    folds: bool = True  # whether an opener with more answers than stand here says so
    sides: tuple[list[Post], list[Post]] = field(default_factory=lambda: ([], []))  # for and against, in columns

    @property
    def rows(self) -> list[Post]:
        return self.posts

    @property
    def everything(self) -> list[Post]:
        return [*self.posts, *self.sides[0], *self.sides[1]]


def thread_page(thread: Thread, wanted: Wanted = Wanted()) -> ThreadPage:  # noqa: B008 -- it cannot change
    """One page of the thread: two queries at most, three below one opener."""
    if wanted.columns:
        return _columns(thread, wanted)
    if wanted.under:
        return _branch(thread, wanted)
    if wanted.is_flat:
        return _matching(thread, wanted)
    return _openers(thread, wanted)


def _openers(thread: Thread, wanted: Wanted) -> ThreadPage:
    pages = _pages(wanted.order, bool(wanted.stance))
    side = {"stance": wanted.stance} if wanted.stance else {}
    found = pages.page(after=wanted.after, before=wanted.before, thread=thread.pk, **side)
    return ThreadPage(thread, with_answers(found.rows), found.next_cursor, found.previous_cursor)


def with_answers(openers: list[Post]) -> list[Post]:
    """Each opener, and after it its first answers in reading order."""
    answered = [post.pk for post in openers if post.reply_count]
    if not answered:
        return openers
    return beneath(openers, _FIRST_BELOW.all(openers=answered))


def beneath(openers: list[Post], answers: list[Post]) -> list[Post]:
    """Each opener, and after it those of `answers` that stand below it, in reading order."""
    below: dict[int | None, list[Post]] = {}
    for answer in sorted(answers, key=lambda post: post.path):
        below.setdefault(answer.root_id, []).append(answer)
    return [post for opener in openers for post in (opener, *below.get(opener.pk, ()))]


def _branch(thread: Thread, wanted: Wanted) -> ThreadPage:
    """One opener and all below it, in reading order. Raises Post.DoesNotExist for one that does not open this thread."""
    opener = Post.objects.only("path").get(pk=wanted.under, thread=thread, depth=0)
    # Every way below it begins with its own; "~" comes after every digit of a way.
    rows = Post.objects.filter(thread=thread, path__gte=opener.path, path__lt=f"{opener.path}~").for_list()
    found = paginate(rows, ("path",), after=wanted.after, before=wanted.before, size=PAGE)
    return ThreadPage(thread, found.rows, found.next_cursor, found.previous_cursor, folds=False)


def _matching(thread: Thread, wanted: Wanted) -> ThreadPage:
    rows = matching(Post.objects.filter(thread=thread).shown().for_list(), wanted)
    found = paginate(rows, ORDERS[wanted.order], after=wanted.after, before=wanted.before, size=PAGE)
    return ThreadPage(thread, found.rows, found.next_cursor, found.previous_cursor, flat=True)


def matching(rows: QuerySet[Post], wanted: Wanted) -> QuerySet[Post]:
    """Those of a side, of an offer, in a language."""
    said = {name: getattr(wanted, name) for name in ("stance", "evidence", "language")}
    return rows.filter(**{name: value for name, value in said.items() if value})


def _columns(thread: Thread, wanted: Wanted) -> ThreadPage:
    """Both sides in one query."""
    order = ORDERS[wanted.order]
    rows = Post.objects.filter(thread=thread, depth=0).shown().for_thread().order_by(*order)
    both = rows.filter(stance="for")[:SIDE].union(rows.filter(stance="against")[:SIDE], all=True)
    found = in_order(list(both), order)
    sides = [p for p in found if p.stance == "for"], [p for p in found if p.stance == "against"]
    return ThreadPage(thread, [], flat=True, sides=sides)


def in_order(posts: list[Post], order: tuple[str, ...]) -> list[Post]:
    """These posts in the order of a query's columns: what several parts of a union bring together has none."""
    for name in reversed(order):
        posts = sorted(posts, key=lambda post: getattr(post, name.lstrip("-")), reverse=name.startswith("-"))
    return posts


@cache
def _pages(order: Sort, of_a_side: bool) -> Pages[Post]:
    def build() -> Any:
        rows = Post.objects.filter(thread=slot("thread"), depth=0).for_thread()
        return rows.filter(stance=slot("stance")) if of_a_side else rows

    return Pages(build, ORDERS[order], size=OPENERS)


_FIRST_BELOW: Prepared[Post] = Prepared(
    lambda: Post.objects.filter(pk__in=RawSQL(FIRST_BELOW, [slot("openers"), ANSWERS])).for_thread()  # noqa: S611 -- no word of ours or theirs in it
)
