"""A conversation as somebody sees it: the posts, whether they may reply, and what they may do with each post."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from accounts.queries import person_of
from core import now
from core.verdicts import Verdict
from forums.forms import ReplyForm
from forums.models import Post, ReadingPosition, Thread
from forums.policies import editable_until, may_moderate, may_pin, may_reply, may_take_part
from forums.protection import Protection, protection_of
from forums.queries import BestPosts, ThreadPage, beginning_of, pinned_in, thread_page
from forums.queries.context import Context, context_of
from forums.queries.measures import editing_time
from forums.queries.reading import corrections_of, newest_post, own_votes, position_of
from forums.queries.wanted import Wanted


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
    protection: Protection | None = None  # how they would be named under protection, where they may speak so
    wanted: Wanted = Wanted()  # noqa: RUF009 -- it cannot change
    best: BestPosts = field(default_factory=BestPosts)
    votes: bool = False  # whether this person may find posts useful
    own: Mapping[int, int] = field(default_factory=dict)  # this person's votes, by post
    corrections: Mapping[int, list[Post]] = field(default_factory=dict)  # by the post that they put right
    newest: int = 0  # the newest post of the conversation at this moment
    position: ReadingPosition | None = None
    editing: timedelta = timedelta(0)

    def may_edit(self, post: Post) -> bool:
        """The short form of `forums.policies.may_edit_post` for many posts of one page."""
        return self.may_delete(post) and bool(self.reply) and now() <= editable_until(post, self.editing)

    def may_vote(self, post: Post) -> bool:
        """The short form of `forums.policies.may_vote_on_post`."""
        return self.votes and post.has_words and not self.wrote(post)

    def may_delete(self, post: Post) -> bool:
        """The short form of `forums.policies.may_delete_post`: whether a report waits is asked at the act."""
        return self.wrote(post) and post.has_words

    def wrote(self, post: Post) -> bool:
        """The short form of `forums.protection.wrote`."""
        if post.protected_id is None:
            return bool(self.person_id) and post.author_id == self.person_id
        return self.protection is not None and post.protected_id == getattr(self.protection.voice, "pk", 0)


def talk_of(
    user: Any,
    thread: Thread,
    after: str = "",
    before: str = "",
    *,
    wanted: Wanted | None = None,
    form: ReplyForm | None = None,
) -> Talk:
    """One page of the thread for this user; a fixed number of queries whatever it holds."""
    wanted = wanted or Wanted(after=after, before=before)
    if not wanted.is_first_page:
        return _seen_by(user, thread, thread_page(thread, wanted), wanted=wanted, form=form, speaks=True)
    page, best = beginning_of(thread, wanted.order)
    top = pinned_in(thread)
    return _seen_by(user, thread, page, wanted=wanted, form=form, speaks=True, top=top, best=best)


def talk_around(user: Any, post: Post) -> tuple[Talk, Context]:
    """One post where it stands, for this user; `page` holds what it answers, the post, and its first answers."""
    around = context_of(post)
    page = ThreadPage(post.thread, around.line, folds=False)
    beside = [*around.before, *around.after]
    return _seen_by(user, post.thread, page, wanted=Wanted(), beside=beside), around


def talk_of_posts(user: Any, thread: Thread, posts: list[Post]) -> Talk:
    """Some posts of the thread, one after the other, for this user."""
    page = ThreadPage(thread, posts, flat=True)
    return _seen_by(user, thread, page, wanted=Wanted())


def _seen_by(
    user: Any,
    thread: Thread,
    page: ThreadPage,
    *,
    wanted: Wanted,
    form: ReplyForm | None = None,
    speaks: bool = False,
    top: Sequence[Post] = (),
    best: BestPosts | None = None,
    beside: Sequence[Post] = (),
) -> Talk:
    person = person_of(user)
    best = best or BestPosts()
    shown = [*top, *best.both, *page.everything, *beside]
    moderates = person is not None and bool(may_moderate(user, thread.forum))
    reply = may_reply(user, thread)
    return Talk(
        thread=thread,
        page=page,
        pinned=list(top),
        reply=reply,
        form=form or (ReplyForm() if speaks and reply else None),
        person_id=person.pk if person else 0,
        signed_in=person is not None,
        moderates=moderates,
        # Whoever facilitates may moderate, so most people cost no second question.
        pins=moderates and bool(may_pin(user, thread)),
        protection=protection_of(user, thread.forum) if reply else None,
        wanted=wanted,
        best=best,
        votes=person is not None and bool(may_take_part(user, thread)),
        own=own_votes(person.pk, shown) if person else {},
        corrections=corrections_of(shown),
        newest=newest_post(thread),
        position=position_of(person.pk, thread) if person else None,
        editing=editing_time() if person else timedelta(0),
    )


def first_words(user: Any, thread: Thread, page: ThreadPage, best: BestPosts) -> Talk:
    """A few posts on the page of the record they are about, as this visitor may answer them; the rest stands on the thread's own page."""
    person = person_of(user)
    return Talk(
        thread=thread,
        page=page,
        pinned=[],
        reply=may_reply(user, thread),
        form=None,
        person_id=person.pk if person else 0,
        signed_in=person is not None,
        moderates=False,
        pins=False,
        best=best,
        corrections=corrections_of([*page.posts, *best.both]),
    )
