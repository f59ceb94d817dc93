"""What one reader of a conversation is shown beyond the posts: their own votes, how far they have read, what is new since."""

from collections.abc import Iterable
from dataclasses import dataclass

from forums.models import Post, PostVote, ReadingPosition, Thread
from forums.states import EvidenceKind

NEW_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class NewPosts:
    """Posts written after another one, the oldest first; `more` where there are more than stand here."""

    posts: list[Post]
    more: bool
    newest: int


def new_posts(thread: Thread, after: int) -> NewPosts:
    """What was written after post `after`, in one query."""
    rows = Post.objects.filter(thread=thread, pk__gt=after).shown().for_list().order_by("pk")
    found = list(rows[: NEW_AT_ONCE + 1])
    posts = found[:NEW_AT_ONCE]
    return NewPosts(posts, len(found) > NEW_AT_ONCE, posts[-1].pk if posts else after)


def newest_post(thread: Thread) -> int:
    """The key of the thread's newest post, 0 for none; no query where the thread was loaded for its page."""
    known = getattr(thread, "newest", False)
    if known is not False:
        return known or 0
    rows = Post.objects.filter(thread=thread).order_by("-pk").values_list("pk", flat=True)
    return rows.first() or 0


def own_votes(person_id: int, posts: Iterable[Post]) -> dict[int, int]:
    """What this person said of these posts: 1 or -1 by post."""
    rows = PostVote.objects.filter(person=person_id, post__in=[post.pk for post in posts])
    return dict(rows.values_list("post_id", "value"))


def position_of(person_id: int, thread: Thread) -> ReadingPosition | None:
    return ReadingPosition.objects.filter(person=person_id, thread=thread).first()


def corrections_of(posts: Iterable[Post]) -> dict[int, list[Post]]:
    """The corrections of these posts, by the post that they put right; no query where there is none."""
    corrected = [post.pk for post in posts if post.corrections]
    if not corrected:
        return {}
    found: dict[int, list[Post]] = {}
    rows = Post.objects.filter(parent__in=corrected, evidence=EvidenceKind.CORRECTION).shown().for_thread()
    for post in rows.order_by("pk"):
        found.setdefault(post.parent_id or 0, []).append(post)
    return found
