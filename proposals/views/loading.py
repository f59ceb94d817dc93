"""Loading a proposal for a page, and what the page shows of it."""

from typing import Any

from django.http import Http404, HttpRequest

from accounts.queries import person_of
from core.ui.asking import viewer
from forums.queries import BestPosts
from forums.talk import Talk, first_words
from proposals.models import Proposal
from proposals.policies import (
    may_certify,
    may_check,
    may_edit,
    may_open_adoption,
    may_support,
    may_take_back,
    may_withdraw,
)
from proposals.queries import OwnSupport, ProposalPage, own_support, proposal_page, public_proposal
from proposals.states import State

KIND = "proposals.proposal"


def proposal_or_404(reference: str) -> Proposal:
    """The public proposal with this reference, in capitals or not."""
    found = public_proposal(reference)
    if found is None:
        raise Http404
    return found


def page_context(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """What the whole page shows."""
    user = viewer(request)
    shown = proposal_page(proposal, user)
    return {
        "proposal": proposal,
        "shown": shown,
        "talk": talk_about(user, shown),
        "follow_kind": KIND,
        "follow_id": proposal.pk,
        "following": shown.mine is not None and shown.mine.follows,
        "duty": duty_of(user, proposal, shown.adoption) if shown.mine is not None and shown.mine.facilitates else "",
        **author_context(user, proposal),
        **act_context(request, proposal, shown.mine.support if shown.mine else None),
    }


def author_context(user: Any, proposal: Proposal) -> dict[str, Any]:
    """What the author alone is shown."""
    person = person_of(user)
    if person is None or person.pk != proposal.author_id:
        return {"is_author": False}
    return {"is_author": True, "may_edit": may_edit(user, proposal), "may_withdraw": may_withdraw(user, proposal)}


def talk_about(user: Any, shown: ProposalPage) -> Talk | None:
    """The first posts as this visitor may answer them; what a moderator may do stands on the thread's own page."""
    if shown.thread is None or shown.posts is None:
        return None
    return first_words(user, shown.thread, shown.posts, shown.best or BestPosts())


def act_context(request: HttpRequest, proposal: Proposal, own: OwnSupport | None) -> dict[str, Any]:
    """What the act panel shows: the count with one's own support in it, what one can do, and whether it counts."""
    user = viewer(request)
    person = person_of(user)
    level = own.level if own else person.level if person else None
    counts = level is None or level >= proposal.minimum_level
    return {
        "proposal": proposal,
        "own": own,
        "counts": counts,
        "count": proposal.supports + bool(own and own.waiting and counts),
        "below": proposal.supports_below + bool(own and own.waiting and not counts),
        "support": may_take_back(user, proposal) if own else may_support(user, proposal),
    }


def fresh_act_context(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """The same a moment after an act."""
    return act_context(request, proposal, own_support(viewer(request), proposal))


def duty_of(user: Any, proposal: Proposal, adoption: Any) -> str:
    """What waits for a facilitator who looks at the page: "check", "adoption", "certify", or ""."""
    if proposal.state == State.OPEN and proposal.checked_at is None:
        return "check" if may_check(user, proposal) else ""
    if proposal.state == State.OPEN and proposal.ready_at is not None:
        return "adoption" if may_open_adoption(user, proposal) else ""
    if proposal.state == State.BALLOTED and adoption is not None:
        adoption.proposal = proposal
        return "certify" if may_certify(user, adoption) else ""
    return ""
