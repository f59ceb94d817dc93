"""Two proposals that may be one: found by their words, set apart or put to their authors, joined by an author alone."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core import now
from core.text import one_line
from core.verdicts import Refused, no, require
from forums.queries import measure
from ledger.actions import record
from proposals.actions import steps
from proposals.actions.closing import withdraw_proposal
from proposals.events import PairDeclined, PairInvited, ProposalJoined
from proposals.models import Pair, Proposal
from proposals.policies import may_answer_pair, may_invite, may_join, may_set_apart
from proposals.queries.pairs import likely_twins
from proposals.states import PairState, State

LEAST = "twins.percent"


@transaction.atomic
def find_twins(*, proposal_id: int) -> int:
    """The facilitators' desk asks of up to three proposals of the same forum whether they are this one; gives how many. What somebody looked at stays looked at."""
    proposal = Proposal.objects.shown().open().filter(pk=proposal_id).first()
    near = likely_twins(proposal, measure(LEAST)) if proposal else {}
    either = Q(newer=proposal_id) | Q(older=proposal_id)
    Pair.objects.filter(either, state=PairState.FOUND).exclude(
        Q(newer__in=near, older=proposal_id) | Q(older__in=near, newer=proposal_id)
    ).delete()
    moment = now()
    rows = (
        Pair(newer_id=max(pk, proposal_id), older_id=min(pk, proposal_id), likeness=percent, found_at=moment)
        for pk, percent in near.items()
    )
    Pair.objects.bulk_create(rows, ignore_conflicts=True)
    return len(near)


@transaction.atomic
def set_apart(*, actor: Any, pair: Pair) -> Pair:
    """They ask for different things: nobody is asked, and the desk does not ask again."""
    held = _held(pair)
    require(may_set_apart(actor, held))
    held.move(PairState.APART, by=actor, looked_at=now())
    return held


@transaction.atomic
def invite(*, actor: Any, pair: Pair, reason: str) -> Pair:
    """Both authors are told, with the reason, and answer each for their own."""
    held = _held(pair)
    require(may_invite(actor, held))
    reason = reason.strip()
    if not reason:
        raise Refused(no(_("Say why they may be one: both authors read it.")))
    held.move(PairState.INVITED, by=actor, looked_at=now(), reason=reason)
    event = PairInvited(held.pk, newer_id=held.newer_id, older_id=held.older_id)
    record(event, actor=actor, subject=held, role="facilitator", public=False)
    return held


@transaction.atomic
def join(*, actor: Any, pair: Pair, proposal: Proposal) -> Pair:
    """The author's own is withdrawn in favour of the other. Its supporters are told; no support moves, for each is its giver's own."""
    held = _held(pair)
    require(may_join(actor, held, proposal))
    stays = held.other(proposal)
    reason = steps.in_our_words(
        _, "Joined with “%(title)s”, %(reference)s, which goes on.", title=stays.title, reference=stays.reference
    )
    withdraw_proposal(actor=actor, proposal=proposal, reason=one_line(reason))
    held.move(PairState.JOINED, stays=stays, settled_at=now())
    event = ProposalJoined(stays.pk, joined_id=proposal.pk, reference=proposal.reference or "")
    record(event, actor=actor, subject=stays, role="author")
    return held


@transaction.atomic
def decline(*, actor: Any, pair: Pair, proposal: Proposal) -> Pair:
    """The author's own stands on its own. Once both authors say so, or nobody else is left to ask, that is the end of it."""
    held = _held(pair)
    require(may_answer_pair(actor, held, proposal))
    side = "newer_declined" if proposal.pk == held.newer_id else "older_declined"
    other = held.other(proposal)
    asked = other.author is not None and other.author.user_id and other.state == State.OPEN
    ends = held.has_declined(other) or not asked or other.author_id == proposal.author_id
    if ends:
        held.move(PairState.DECLINED, settled_at=now(), **{side: True})
    else:
        setattr(held, side, True)
        held.save(update_fields=[side])
    record(PairDeclined(held.pk, proposal_id=proposal.pk), actor=actor, subject=held, role="author", public=False)
    return held


def _held(pair: Pair) -> Pair:
    """The pair as it stands now, held until the act is done: of two authors who join at once, one does."""
    return Pair.objects.select_for_update(of=("self",)).for_page().get(pk=pair.pk)
