"""Who proposes a change of a forum's rules, and who takes it back. That the members decide is not a policy: only they are on the roll."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from forums.models import Forum, RuleChange
from forums.policies.answers import resting, sign_in
from forums.queries.people import membership_of
from forums.queries.rules import under_way, wrote_change
from forums.states import QuestionState


def may_propose_rules(user: Any, forum: Forum) -> Verdict:
    """Any member, one change at a time. A facilitator runs the forum and decides nothing of it."""
    if not (forum.is_active or forum.is_founding):
        return resting(forum)
    if not user.is_authenticated:
        return sign_in(_("Sign in to propose a change of the rules."))
    membership = membership_of(user, forum)
    if membership is None:
        return no(_("Members of the forum propose changes of its rules."))
    if membership.is_facilitator:
        return no(_("A facilitator runs the forum and does not change its rules. Its members do."))
    if under_way(forum) is not None:
        return no(_("A change of the rules is under way. The next one can be proposed when it is decided."))
    return yes()


def may_withdraw_rules(user: Any, change: RuleChange) -> Verdict:
    """Whoever proposed it, until the vote."""
    if change.state != QuestionState.NOTICE:
        return no(_("The members are voting on it, or have. It can no longer be taken back."))
    if not wrote_change(user, change):
        return no(_("Only whoever proposed a change takes it back."))
    return yes()
