"""Other words in the place of a post's, as moderation decided."""

from django.db.models import F

from core.text import render
from forums.models import Post


def reword_post(post: Post, body: str, because: str) -> None:
    """The post says this now, marked with `because` where a moderator took words out. Called in the act that decides, which keeps what was there."""
    changes = {"body": body, "body_html": render(body), "edited_because": because}
    Post.objects.filter(pk=post.pk).update(version=F("version") + 1, **changes)
    for name, value in changes.items():
        setattr(post, name, value)
