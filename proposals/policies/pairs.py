"""Who asks two authors whether their proposals are one, and who answers: each author for their own, and nobody over their head."""

from typing import Any

from django.utils.translation import gettext as _

from core.verdicts import Verdict, no, yes
from forums.queries import is_facilitator
from moderation.policies.interests import stands_aside
from proposals.models import Pair, Proposal
from proposals.policies.proposals import ended, is_author, may_withdraw
from proposals.states import PairState, State


def may_see_pair(user: Any, pair: Pair) -> Verdict:
    """The forum's facilitators; once the authors were invited, they too."""
    authors = pair.state != PairState.FOUND and any(is_author(user, one) for one in pair.both)
    if authors or is_facilitator(user, pair.newer.forum):
        return yes()
    return no(_("This is between the authors of two proposals and the facilitators of their forum."))


def may_invite(user: Any, pair: Pair) -> Verdict:
    """A facilitator, once, while both proposals gather supports; never where one of them is their own."""
    verdict = _may_settle(user, pair)
    if not verdict:
        return verdict
    for one in pair.both:
        if one.state != State.OPEN or one.supports_closed_at is not None:
            return ended(one)
        if one.is_hidden:
            return no(_("One of the two is hidden, so nobody is invited to join it."))
    if not any(one.author is not None and one.author.user_id for one in pair.both):
        return no(_("Neither of the two has an author here who could be invited."))
    return yes()


def may_set_apart(user: Any, pair: Pair) -> Verdict:
    """A facilitator says that they ask for different things; nobody is asked then."""
    return _may_settle(user, pair)


def may_answer_pair(user: Any, pair: Pair, proposal: Proposal) -> Verdict:
    """The author of that one of the two, once, after the invitation."""
    if not is_author(user, proposal):
        return no(_("Only its author says whether a proposal joins another."))
    if pair.state == PairState.JOINED:
        return no(_("The two are joined already."))
    if pair.state != PairState.INVITED:
        return no(_("Nobody is invited to join these two."))
    if pair.has_declined(proposal):
        return no(_("You said that yours stands on its own."))
    return yes()


def may_join(user: Any, pair: Pair, proposal: Proposal) -> Verdict:
    """The same, while that one may be withdrawn and the other still gathers supports."""
    verdict = may_answer_pair(user, pair, proposal)
    if not verdict:
        return verdict
    other = pair.other(proposal)
    if other.is_hidden:
        return no(_("The other one is hidden, so yours cannot join it."))
    if other.state != State.OPEN or other.supports_closed_at is not None:
        return ended(other)
    return may_withdraw(user, proposal)


def _may_settle(user: Any, pair: Pair) -> Verdict:
    if not is_facilitator(user, pair.newer.forum):
        return no(_("Only a facilitator of this forum looks at what may be twice there."))
    if any(is_author(user, one) for one in pair.both):
        return no(_("One of the two is your own. Another facilitator looks at them."))
    if pair.state != PairState.FOUND:
        return no(_("Somebody has looked at these two already."))
    return next((aside for one in pair.both if not (aside := stands_aside(user, one))), yes())
