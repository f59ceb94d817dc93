"""A conversation as somebody sees it: the posts, whether they may reply, and what they may do with each post."""

from dataclasses import dataclass
from typing import Any

from accounts.queries import person_of
from core import now
from core.verdicts import Verdict
from forums.forms import ReplyForm
from forums.models import Post, Thread
from forums.policies import EDITING, may_moderate, may_pin, may_reply
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

    def may_edit(self, post: Post) -> bool:
        """The short form of `forums.policies.may_edit_post` for many posts of one page."""
        mine = self.person_id and post.author_id == self.person_id
        return bool(mine and self.reply and not post.is_hidden and now() - post.created_at <= EDITING)


def talk_of(user: Any, thread: Thread, after: str = "", before: str = "", *, form: ReplyForm | None = None) -> Talk:
    """One page of the thread for this user; a fixed number of queries whatever it holds."""
    person = person_of(user)
    moderates = person is not None and bool(may_moderate(user, thread.forum))
    return Talk(
        thread=thread,
        page=thread_page(thread, after, before),
        pinned=_pinned(thread) if not (after or before) else [],
        reply=may_reply(user, thread),
        form=form or ReplyForm(),
        person_id=person.pk if person else 0,
        signed_in=person is not None,
        moderates=moderates,
        # Whoever facilitates may moderate, so most people cost no second question.
        pins=moderates and bool(may_pin(user, thread)),
    )


def _pinned(thread: Thread) -> list[Post]:
    return list(Post.objects.filter(thread=thread, pinned=True).shown().for_thread().order_by("path"))
