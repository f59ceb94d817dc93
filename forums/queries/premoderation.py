"""Which forums look at everything before it is published."""

from forums.models import Forum
from forums.states import ForumKind


def is_premoderated(forum: Forum) -> bool:
    """Youth forums always. Any other by a row of its own among the rules of moderation, which is asked there."""
    return forum.kind == ForumKind.YOUTH
