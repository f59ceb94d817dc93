"""Who slows a conversation, and who moves what is off its subject."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from forums.models import Post, Thread
from forums.policies.answers import resting
from forums.policies.talk import may_moderate
from moderation.policies import may_decide


def may_slow(user: Any, thread: Thread) -> Verdict:
    """Set the pace of an open conversation, or end it."""
    if not thread.is_open:
        return no(_("This conversation is closed."))
    return may_moderate(user, thread.forum)


def may_move(user: Any, post: Post) -> Verdict:
    """Move a post with its answers to another conversation of the forum; never one's own."""
    if not post.thread.forum.takes_words:
        return resting(post.thread.forum)
    verdict = may_decide(user, post, may_moderate(user, post.thread.forum))
    if not verdict:
        return verdict
    if post.is_deleted:
        return no(_("This post was deleted by its author."))
    return yes()


def may_move_to(post: Post, thread: Thread) -> Verdict:
    """Another conversation of the same forum that takes posts."""
    if thread.pk == post.thread_id:
        return no(_("The post is in this conversation already."))
    if thread.forum_id != post.thread.forum_id or not thread.is_open or thread.is_hidden:
        return no(_("Choose an open conversation of this forum."))
    return yes()
