"""Where a conversation begins to be read, in one query: the best of each side, the first openers, their first answers.

Most visits end on this page, and each question to the database costs the web server as much as drawing ten posts.
"""

from functools import cache
from typing import Any

from django.db.models import Value
from django.db.models.expressions import RawSQL

from core.keyset import first_page
from core.prepared import Prepared, slot
from forums.models import Post, Thread
from forums.queries.best import BEST, SHORT, BestPosts, best_among
from forums.queries.pages import ANSWERS, OPENERS, ORDERS, ThreadPage, beneath, in_order
from forums.states import Sort, Stance

FOR, AGAINST, FIRST, BELOW = range(4)
# The order is one of four that we wrote.
ANSWERS_OF_FIRST = """
SELECT answer.id FROM (SELECT id FROM forums_post WHERE thread_id = %s AND depth = 0 ORDER BY {order} LIMIT %s) AS opener
CROSS JOIN LATERAL (SELECT id FROM forums_post WHERE root_id = opener.id ORDER BY path LIMIT %s) AS answer
"""


def beginning_of(thread: Thread, order: Sort = Sort.OLDEST) -> tuple[ThreadPage, BestPosts]:
    """The first page in this order, and the best of each side where the conversation is long.

    What stands among the best is not said again below; its answers go with it, under "See all replies".
    """
    found = _beginning(order, thread.post_count > SHORT).all(thread=thread.pk)
    parts: dict[int, list[Post]] = {FOR: [], AGAINST: [], FIRST: [], BELOW: []}
    for post in found:
        parts[post.part].append(post)
    best = BestPosts(best_among(parts[FOR]), best_among(parts[AGAINST]))
    page = first_page(in_order(parts[FIRST], ORDERS[order]), ORDERS[order], size=OPENERS)
    above = {post.pk for post in best.both}
    openers = [post for post in page.rows if post.pk not in above]
    return ThreadPage(thread, beneath(openers, parts[BELOW]), page.next_cursor, page.previous_cursor), best


def pinned_in(thread: Thread) -> list[Post]:
    """What a facilitator put at the top; no query where the thread was loaded for its page and has nothing there."""
    if not getattr(thread, "has_pinned", True):
        return []
    return _PINNED.all(thread=thread.pk)


@cache
def _beginning(order: Sort, with_best: bool) -> Prepared[Any]:
    def build() -> Any:
        posts = Post.objects.filter(thread=slot("thread")).for_thread()
        chosen = ORDERS[order]
        by = ", ".join(f"{name.lstrip('-')}{' DESC' if name.startswith('-') else ''}" for name in chosen)
        answers = RawSQL(ANSWERS_OF_FIRST.format(order=by), [slot("thread"), OPENERS, ANSWERS])  # noqa: S611 -- no word of theirs in it
        best = (
            posts.openers(Stance.FOR)[:BEST].annotate(part=Value(FOR)),
            posts.openers(Stance.AGAINST)[:BEST].annotate(part=Value(AGAINST)),
        )
        first = posts.filter(depth=0).order_by(*chosen)[: OPENERS + 1].annotate(part=Value(FIRST))
        below = Post.objects.filter(pk__in=answers).for_thread().annotate(part=Value(BELOW))
        return first.union(below, *(best if with_best else ()), all=True)

    return Prepared(build, planned=True)


_PINNED: Prepared[Post] = Prepared(
    lambda: Post.objects.filter(thread=slot("thread"), pinned=True).shown().for_list().order_by("path"), planned=True
)
