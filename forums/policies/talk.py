"""Who starts a conversation, speaks in it, and leads it."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _, ngettext

from accounts.models import Level, Role
from accounts.queries import has_role, person_of
from core import now
from core.verdicts import Verdict, no, yes
from forums import hosts
from forums.models import Forum, Post, Thread
from forums.policies.answers import STEWARDS, resting, sign_in
from forums.policies.debates import takes_posts
from forums.policies.members import old_enough
from forums.policies.pace import in_time
from forums.protection import wrote
from forums.queries.measures import editing_time
from forums.queries.people import is_facilitator, membership_of
from moderation.policies import may_write
from moderation.queries import reports_on


def may_start_thread(user: Any, forum: Forum) -> Verdict:
    if not forum.takes_words:
        return resting(forum)
    person = person_of(user)
    if person is None:
        return sign_in(_("Sign in to start a conversation."))
    if not membership_of(user, forum) and not has_role(user, *STEWARDS):
        return no(
            _("Members of the forum start its conversations. Everybody may reply."),
            remedy_url=reverse("forums:join", args=[forum.slug]),
            remedy_label=_("Join the forum"),
        )
    if not (paused := may_write(user, f"forum:{forum.pk}")):
        return paused
    return old_enough(person, forum)


def may_reply(user: Any, thread: Thread) -> Verdict:
    """Whoever may take part and is not paused here, at the pace of the conversation."""
    verdict = may_take_part(user, thread)
    if verdict:
        verdict = may_write(user, f"forum:{thread.forum_id}")
    person = person_of(user)
    return in_time(thread, author=person) if verdict and person is not None else verdict


def may_take_part(user: Any, thread: Thread) -> Verdict:
    """Speak, or say what others wrote is useful."""
    if not thread.is_open:
        return no(_("This conversation is closed. Its conclusions stand at the top."))
    if thread.is_hidden:
        return no(_("This conversation is hidden, so nobody can add to it."))
    if not (period := takes_posts(thread)):
        return period
    if not thread.forum.takes_words:
        return resting(thread.forum)
    if not (ruled := hosts.ruling(user, thread)):
        return ruled
    person = person_of(user)
    if person is None:
        return sign_in(_("Sign in to take part in this conversation."))
    if person.level < Level.EMAIL:
        return no(_("Confirm your e-mail address first, so that what is said here has somebody behind it."))
    return old_enough(person, thread.forum)


def may_edit_post(user: Any, post: Post) -> Verdict:
    if not wrote(user, post):
        return no(_("Only its author can change what a post says."))
    if not post.has_words:
        return _without_words(post)
    if post.edited_because:
        return no(_("A moderator took words out of this post. You can appeal against that decision."))
    if now() > editable_until(post, time := editing_time()):
        minutes = int(time.total_seconds() // 60)
        sentence = ngettext(
            "A post can be changed for %(n)d minute. After that, write a reply that puts it right.",
            "A post can be changed for %(n)d minutes. After that, write a reply that puts it right.",
            minutes,
        )
        return no(sentence % {"n": minutes})
    if not (paused := may_write(user, f"forum:{post.thread.forum_id}")):
        return paused
    return may_take_part(user, post.thread)  # to put it right is no second post, whatever the pace


def may_delete_post(user: Any, post: Post) -> Verdict:
    """Take one's own words back. What is reported stays until that is decided, so that nobody escapes the decision."""
    if not wrote(user, post):
        return no(_("Only its author can delete a post."))
    if not post.has_words:
        return _without_words(post)
    if reports_on(("forums.post", post.pk)):
        return no(_("Somebody has reported this post. It can be deleted once that is decided."))
    return yes()


def may_vote_on_post(user: Any, post: Post) -> Verdict:
    """Say whether a post is useful: one vote a person, on what others wrote."""
    if not post.has_words:
        return _without_words(post)
    if wrote(user, post):
        return no(_("Others say whether your own post is useful."))
    return may_take_part(user, post.thread)


def may_mark_read(user: Any, thread: Thread) -> Verdict:
    """Keep how far one has read."""
    return yes() if person_of(user) else sign_in(_("Sign in to have your place kept."))


def editable_until(post: Post, time: timedelta) -> datetime:
    """Of a protected post only the hour is known, so its time runs from the end of that hour."""
    return post.created_at + time + (timedelta(hours=1) if post.protected_id is not None else timedelta())


def may_pin(user: Any, thread: Thread) -> Verdict:
    """Put a thread, or a post in it, at the top."""
    if not thread.is_open:
        return no(_("This conversation is closed."))
    if is_facilitator(user, thread.forum):
        return yes()
    return no(_("Only a facilitator of this forum puts something at the top."))


def may_close_thread(user: Any, thread: Thread) -> Verdict:
    if not thread.is_open:
        return no(_("This conversation is closed already."))
    if is_facilitator(user, thread.forum):
        return yes()
    return no(_("Only a facilitator of this forum closes a conversation, and writes what came of it."))


def may_moderate(user: Any, forum: Forum) -> Verdict:
    """Decide on reports in this forum. That nobody decides on their own words is held by the decision itself."""
    if is_facilitator(user, forum) or has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return yes()
    return no(_("Only a facilitator of this forum, or a moderator of the council, decides on reports."))


def may_moderate_request(user: Any) -> Verdict:
    """Decide on reports about requests for forums, which belong to no forum yet."""
    if has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return yes()
    return no(_("Only a moderator of the council decides on reports about a request."))


def _without_words(post: Post) -> Verdict:
    if post.is_deleted:
        return no(_("This post was deleted by its author."))
    return no(_("This post is hidden. You can appeal against that decision."))
