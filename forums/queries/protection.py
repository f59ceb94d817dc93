"""What a worker said under protection, and what became of it: for their own eyes, worked out while they look."""

from dataclasses import dataclass

from django.db.models import Prefetch

from core.keyset import Page, paginate
from forums.models import Post, ProtectedVoice
from moderation.models import Appeal, Decision


@dataclass(frozen=True, slots=True)
class OwnPost:
    """One post, with every decision on it (the latest first); each has `appeals`, with the answer where there is one."""

    post: Post
    decisions: list[Decision]
    replies: int


def said_by(voice: ProtectedVoice, after: str = "", before: str = "", *, size: int = 20) -> Page[Post]:
    """The posts of one voice, the newest first."""
    posts = Post.objects.filter(protected=voice).select_related("thread", "author")
    return paginate(posts, ("-id",), after=after, before=before, size=size)


def became_of(posts: list[Post]) -> list[OwnPost]:
    """Each post with what was decided about it and how many answers it has; three queries for all of them."""
    ids = [post.pk for post in posts]
    appeals = Prefetch("appeal", Appeal.objects.select_related("answer"))
    decided = Decision.objects.filter(subject_kind="forums.post", subject_id__in=ids).select_related("reason")
    found: dict[int, list[Decision]] = {}
    for decision in decided.prefetch_related(appeals).order_by("-id"):
        found.setdefault(decision.subject_id, []).append(decision)
    answers: dict[int, int] = {}
    for parent in Post.objects.filter(parent__in=ids).shown().values_list("parent_id", flat=True):
        answers[parent or 0] = answers.get(parent or 0, 0) + 1
    return [OwnPost(post, found.get(post.pk, []), answers.get(post.pk, 0)) for post in posts]
