"""A post as a quote at the head of an answer: its first words, and where they can be read."""

import re

from django.urls import reverse

from forums.models import Post
from forums.names import author_of

LONGEST = 400  # characters


def quote_of(post: Post) -> str:
    """Markdown that begins the answer; nothing of a post without words."""
    if not post.has_words or not post.body:
        return ""
    words = post.body if len(post.body) <= LONGEST else f"{post.body[:LONGEST].rsplit(' ', 1)[0]} …"
    lines = [f"> {line}".rstrip() for line in words.splitlines()]
    name = re.sub(r"([\\\[\]*_`<>])", r"\\\1", author_of(post))
    return "\n".join([*lines, ">", f"> — [{name}]({reverse('forums:post', args=[post.pk])})", "", ""])
