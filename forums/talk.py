"""A conversation as somebody sees it: the posts, whether they may reply, and what they may do with each post."""

from dataclasses import dataclass
from typing import Any

from accounts.queries import person_of
from core import now
from core.verdicts import Verdict
from forums.forms import ReplyForm
from forums.models import Post, Thread
from forums.policies import editable_until, may_moderate, may_pin, may_reply
from forums.protection import Protection, protection_of
from forums.queries import ThreadPage, thread_page


@dataclass(frozen=True, slots=True)
class Talk:
    """What `forums/_thread.html` draws. Its policies are asked once, not once per post."""

    thread: Thread
    page: ThreadPage
    pinned: list[Post]
    reply: Verdict
    form: ReplyForm | None  # None where the page has no form of its own
    person_id: int
    signed_in: bool
    moderates: bool
    pins: bool
    protection: Protection | None  # how they would be named under protection, where they may speak so

    def may_edit(self, post: Post) -> bool:
        """The short form of `forums.policies.may_edit_post` for many posts of one page."""
        return bool(self.wrote(post) and self.reply and not post.is_hidden and now() <= editable_until(post))

    def wrote(self, post: Post) -> bool:
        """The short form of `forums.protection.wrote`."""
        if post.protected_id is None:
            return bool(self.person_id) and post.author_id == self.person_id
        return self.protection is not None and post.protected_id == getattr(self.protection.voice, "pk", 0)


def talk_of(user: Any, thread: Thread, after: str = "", before: str = "", *, form: ReplyForm | None = None) -> Talk:
    """One page of the thread for this user; a fixed number of queries whatever it holds."""
    person = person_of(user)
    moderates = person is not None and bool(may_moderate(user, thread.forum))
    reply = may_reply(user, thread)
    return Talk(
        thread=thread,
        page=thread_page(thread, after, before),
        pinned=_pinned(thread) if not (after or before) else [],
        reply=reply,
        form=form or ReplyForm(),
        person_id=person.pk if person else 0,
        signed_in=person is not None,
        moderates=moderates,
        # Whoever facilitates may moderate, so most people cost no second question.
        pins=moderates and bool(may_pin(user, thread)),
        protection=protection_of(user, thread.forum) if reply else None,
    )


def _pinned(thread: Thread) -> list[Post]:
    return list(Post.objects.filter(thread=thread, pinned=True).shown().for_thread().order_by("path"))
