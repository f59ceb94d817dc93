"""Who runs the activities and the meetings of a forum."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.queries import has_role
from core.verdicts import Verdict, no, yes
from forums.models import Activity, Forum
from forums.policies.answers import STEWARDS, resting
from forums.queries.people import is_facilitator
from forums.states import ActivityKind


def may_open_activity(user: Any, forum: Forum) -> Verdict:
    if not forum.is_active:
        return resting(forum)
    if is_facilitator(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Only a facilitator of this forum, or a clerk, starts an activity."))


def may_change_activity(user: Any, activity: Activity) -> Verdict:
    """Its words and its end can change at any time; its rules no more once the first input is in."""
    if activity.is_over:
        return no(_("This activity is over."))
    if activity.kind == ActivityKind.BALLOT:
        return no(_("The question and the days of a ballot are fixed from the moment at which its roll is frozen."))
    if activity.kind == ActivityKind.MEETING:
        return no(_("A meeting is moved and described anew on its own page."))
    return may_open_activity(user, activity.forum)


def may_certify_activity(user: Any, activity: Activity) -> Verdict:
    """The result of a ballot that the forum put to its members; whether it is counted, the ballot says."""
    if activity.kind != ActivityKind.BALLOT:
        return no(_("Only a ballot has a result to certify."))
    if is_facilitator(user, activity.forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Only a facilitator of this forum, or a clerk, certifies its ballots."))


def may_change_rules(user: Any, activity: Activity) -> Verdict:
    if activity.is_frozen:
        return no(_("The rules are fixed since somebody took part under them. To change them, start a new activity."))
    return may_change_activity(user, activity)


def may_run_gatherings(user: Any, forum: Forum) -> Verdict:
    """Set, move and write up the forum's meetings."""
    if forum.is_over:
        return resting(forum)
    if is_facilitator(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Only a facilitator of this forum, or a clerk, runs its meetings."))
