"""`{% load forums %}`: a thread, and some of its posts, as strings."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from forums import choosing, drawing
from forums.models import Forum, Post
from forums.queries import merged_into, pause_of
from forums.talk import Talk

register = template.Library()

# {% talk talk %}, {% posts best.in_favour %}, {% posts talk.pinned talk %}, {% reading_choices talk %}
register.simple_tag(drawing.drawn_thread, name="talk")
register.simple_tag(drawing.drawn_posts, name="posts")
register.simple_tag(choosing.reading_choices)
register.simple_tag(drawing.author_of, name="author")


@register.simple_tag
def drawn_post(post: Post) -> SafeString:
    """One post alone, with nothing to do on it."""
    return drawing.drawn_post(post, None)


@register.simple_tag
def other_side(talk: Talk, side: str) -> SafeString:
    """The address of everything that one side said, in the order that is wanted."""
    return SafeString(talk.wanted.query(view="", stance=side, sort=talk.wanted.order.value))


@register.simple_tag
def forum_rest(forum: Forum) -> dict[str, Any]:
    """Why a paused forum rests, and where a merged one has gone; two queries, for forums that are neither active nor closed."""
    return {"pause": pause_of(forum), "into": merged_into(forum)}
