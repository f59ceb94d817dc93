"""By which name the author of a post is shown: the one place that says it, for pages, lists, quotes and the API alike."""

from django.utils.translation import gettext

from forums.models import Post


def author_of(post: Post) -> str:
    """The name; of an imported post the one it had there."""
    if post.author is not None:
        return post.author.name or gettext("A resident")
    return post.author_label or gettext("Somebody who has left")
