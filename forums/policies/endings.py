"""Who lets a forum rest, and who puts its end to the members."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from forums.models import Ending, Forum
from forums.policies.answers import resting, sign_in, steward
from forums.queries.endings import ending_under_way, pause_of
from forums.queries.people import is_facilitator, membership_of
from forums.states import EndingKind, QuestionState


def may_pause(user: Any, forum: Forum) -> Verdict:
    """A facilitator, or a clerk; with a reason and a day on which it goes on."""
    if not forum.is_active:
        return resting(forum)
    return _runs(user, forum)


def may_resume(user: Any, forum: Forum) -> Verdict:
    if forum.state != "paused":
        return no(_("This forum is not paused."))
    pause = pause_of(forum)
    if pause is not None and pause.election_id is not None:
        return no(_("This forum rests before an election. It goes on by itself on the day after polling."))
    return _runs(user, forum)


def may_propose_ending(user: Any, forum: Forum) -> Verdict:
    """Any member, one end at a time."""
    if not forum.is_active:
        return resting(forum)
    if not user.is_authenticated:
        return sign_in(_("Sign in to put this to the members."))
    membership = membership_of(user, forum)
    if membership is None or membership.is_facilitator:
        return no(_("Members of the forum decide whether it ends. Its facilitators do not."))
    if ending_under_way(forum) is not None:
        return no(_("The members decide about the end of this forum already."))
    return yes()


def may_agree_merger(user: Any, ending: Ending) -> Verdict:
    """A facilitator of the forum that takes the other one in, once its members have voted for it."""
    if ending.kind != EndingKind.MERGE or ending.state != QuestionState.CARRIED:
        return no(_("The members have not voted for a merger."))
    if ending.agreed_at is not None or ending.into is None:
        return no(_("The two forums have merged."))
    if not ending.forum.is_active or not ending.into.is_active:
        return no(_("One of the two forums is not active now."))
    if not is_facilitator(user, ending.into):
        return no(_("A facilitator of the other forum says whether it takes this one in."))
    return yes()


def _runs(user: Any, forum: Forum) -> Verdict:
    if user.is_authenticated and is_facilitator(user, forum):
        return yes()
    return steward(user, _("Only a facilitator of this forum, or a clerk, lets it rest and go on."))
