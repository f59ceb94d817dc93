"""When a conversation takes posts, and who leads a debate."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.queries import has_role, person_of
from ballots.words import moment_of
from core import now
from core.verdicts import Verdict, no, yes
from forums.models import Thread
from forums.policies.answers import STEWARDS, resting
from forums.queries.people import is_facilitator


def takes_posts(thread: Thread) -> Verdict:
    """Within the period of its activity and within its own; whoever asks. No query."""
    for period in (thread.activity, thread):
        if period is None:
            continue
        if period.opens_at is not None and period.opens_at > now():
            return no(
                _("Nobody can write here yet. This conversation opens %(moment)s.")
                % {"moment": moment_of(period.opens_at)}
            )
        if period.closes_at is not None and period.closes_at <= now():
            return no(
                _("This conversation took posts until its end %(moment)s. It stays here to be read.")
                % {"moment": moment_of(period.closes_at)}
            )
    return yes()


def may_set_period(user: Any, thread: Thread) -> Verdict:
    """Say between which moments posts are taken."""
    if thread.about_kind:
        return no(_("When people may speak here follows from the record that this conversation is about."))
    return _leads(
        user, thread, _("Only a facilitator of this forum, or a clerk, says when a conversation begins and ends.")
    )


def may_update_thread(user: Any, thread: Thread) -> Verdict:
    """Add a dated update to the opening: who began the debate, and who runs the forum."""
    person = person_of(user)
    if thread.is_hidden:
        return no(_("This conversation is hidden, so nobody can add to it."))
    if person is not None and thread.author_id == person.pk and thread.is_open and thread.forum.is_active:
        return yes()
    return _leads(
        user, thread, _("Only who began a conversation, or a facilitator of this forum, adds an update to it.")
    )


def _leads(user: Any, thread: Thread, reason: Any) -> Verdict:
    if not thread.is_open:
        return no(_("This conversation is closed. Its conclusions stand at the top."))
    if not thread.forum.is_active:
        return resting(thread.forum)
    if is_facilitator(user, thread.forum) or has_role(user, *STEWARDS):
        return yes()
    return no(reason)
