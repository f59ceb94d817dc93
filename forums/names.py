"""By which name the author of a post is shown: the one place that says it, for pages, lists, quotes and the API alike."""

from django.utils.translation import gettext

from accounts.models import Person
from forums.models import Forum, Post
from forums.states import ForumKind, Voice


def author_of(post: Post) -> str:
    """The name; of an imported post the one it had there, in a youth forum the first name alone."""
    if post.author is not None:
        return post.author_label or post.author.name or gettext("A resident")
    return post.author_label or gettext("Somebody who has left")


def shown_name(person: Person | None, role: str, forum: Forum) -> str:
    """The name that is written beside a post in place of the author's own: in a youth forum the first one of it; else none."""
    if person is None or forum.kind != ForumKind.YOUTH or role != Voice.CITIZEN:
        return ""
    return person.first_name
