"""Who may draft, vote on and conclude what is on an agenda."""

from typing import Any

from django.utils.translation import gettext as _

from committees.models import AgendaItem, Recommendation
from committees.policies.meetings import quorate
from committees.policies.who import clerk, clerk_or_chair
from committees.states import ItemState, RecommendationState
from core.verdicts import Verdict, no, yes
from meetings.states import State

OPEN = (State.PUBLISHED, State.IN_SESSION)


def may_recommend(user: Any, item: AgendaItem) -> Verdict:
    """Drafts may be written as soon as the agenda is out, so that members see before the meeting what they vote on."""
    allowed = clerk_or_chair(
        user, item.meeting.body, _("Only a clerk or the chair can write down a draft recommendation.")
    )
    if not allowed:
        return allowed
    if item.state != ItemState.PLANNED:
        return no(_("This item has been dealt with."))
    if item.meeting.gathering.state not in OPEN:
        return no(_("Recommendations can be drafted once the agenda is out, and until the meeting ends."))
    return yes()


def may_withdraw_draft(user: Any, recommendation: Recommendation) -> Verdict:
    body = recommendation.agenda_item.meeting.body
    allowed = clerk_or_chair(user, body, _("Only a clerk or the chair can take back a draft."))
    if not allowed:
        return allowed
    if recommendation.state != RecommendationState.DRAFTED:
        return no(
            _("The committee has voted on this. What was adopted is final, and what was lost stays on the record.")
        )
    return yes()


def may_record_vote(user: Any, recommendation: Recommendation) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write down how each member voted."))
    if not allowed:
        return allowed
    if recommendation.state != RecommendationState.DRAFTED:
        return no(_("The vote on this has been recorded."))
    if recommendation.agenda_item.state != ItemState.PLANNED:
        return no(_("This item has been dealt with."))
    return quorate(recommendation.agenda_item.meeting)


def may_conclude(user: Any, item: AgendaItem) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write down what came of an item."))
    if not allowed:
        return allowed
    if item.state != ItemState.PLANNED:
        return no(_("This item has been dealt with."))
    ready = quorate(item.meeting)
    if not ready:
        return ready
    if item.recommendations.filter(state=RecommendationState.DRAFTED).exists():
        return no(_("There is a draft that was not voted on. Record the vote, or take the draft back, first."))
    return yes()


def may_adjourn(user: Any, item: AgendaItem) -> Verdict:
    allowed = clerk_or_chair(user, item.meeting.body, _("Only a clerk or the chair can adjourn an item."))
    if not allowed:
        return allowed
    if item.state != ItemState.PLANNED:
        return no(_("This item has been dealt with."))
    if item.meeting.gathering.state in {State.ENDED, State.CANCELLED}:
        return no(_("This meeting is over."))
    if item.recommendations.filter(state=RecommendationState.ADOPTED).exists():
        return no(_("The committee has adopted a recommendation on this item, so it is concluded, not adjourned."))
    return yes()
