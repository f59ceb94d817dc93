"""`{% load forums %}`: a thread, and some of its posts, as strings."""

from django import template
from django.utils.safestring import SafeString

from forums import drawing
from forums.models import Post

register = template.Library()

# {% talk talk %}, {% posts best.in_favour %}
register.simple_tag(drawing.drawn_thread, name="talk")
register.simple_tag(drawing.drawn_posts, name="posts")


@register.simple_tag
def drawn_post(post: Post) -> SafeString:
    """One post alone, with nothing to do on it."""
    return drawing.drawn_post(post, None)
