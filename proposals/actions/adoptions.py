"""The forum's members decide: a ballot, a time for challenge, a certified result."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ballots.actions import certify_ballot, plan_ballot
from ballots.models import Ballot
from ballots.states import State as BallotState
from chain.actions import hand_on
from clocks.actions import set_deadline
from core import now, today
from core.verdicts import require
from forums.queries import member_person_ids
from ledger.actions import record
from proposals.actions import steps
from proposals.actions.elsewhere import cut, decided_elsewhere, note_disagreement
from proposals.actions.tally import settle, tell_now
from proposals.events import AdoptionCertified, AdoptionOpened
from proposals.models import Adoption, Proposal
from proposals.policies import may_certify, may_open_adoption
from proposals.states import State


@transaction.atomic
def open_adoption(*, actor: Any, proposal: Proposal, closes_at: datetime) -> Adoption:
    """Supports are closed at an exact count, and the members of today may vote until `closes_at`.

    A support under way is waited for and counted; one that comes after finds the supports closed.
    """
    proposal = settle(proposal)
    require(may_open_adoption(actor, proposal))
    tell_now(proposal)
    moment = now()
    proposal.move(State.BALLOTED, supports_closed_at=moment)
    ballot = plan_ballot(
        actor=actor,
        subject=proposal,
        host=proposal.forum,
        question=steps.in_our_words(_, "Shall the forum adopt “%(title)s”?", title=cut(proposal.title, 270)),
        explanation=steps.in_our_words(
            _, "Adopted, it goes into an output of the forum, which a committee must deal with in public."
        ),
        opens_at=moment,
        closes_at=closes_at,
        roll=member_person_ids(proposal.forum),
    )
    adoption = Adoption.objects.create(
        proposal=proposal, forum=proposal.forum, ballot=ballot, supports_at_opening=proposal.supports
    )
    note = steps.in_our_words(_, "%(roll)d members are voting", roll=ballot.roll_size)
    hand_on(step=steps.adoption_step(proposal), due=closes_at.date(), note=note)
    event = AdoptionOpened(
        proposal.pk, adoption.pk, ballot_id=ballot.pk, supports=proposal.supports, closes_at=closes_at.isoformat()
    )
    record(event, actor=actor, subject=proposal, role="facilitator")
    return adoption


@transaction.atomic
def note_count(*, ballot: Ballot) -> None:
    """The votes are counted: the forum has its days to challenge the result before it is certified. Said twice, it holds once."""
    adoption = (
        Adoption.objects.select_related("proposal__forum")
        .filter(ballot=ballot, challenge_until=None, certified_at=None)
        .first()
    )
    if adoption is None:
        return
    deadline = set_deadline(subject=adoption, rule="proposals.challenge", start=today())
    Adoption.objects.filter(pk=adoption.pk).update(challenge_until=deadline.due)
    if adoption.is_elsewhere:
        return
    note = _("%(yes)d for, %(no)d against; may be challenged")
    certify = set_deadline(subject=adoption, rule="forums.act", start=deadline.due)
    hand_on(step=steps.adoption_step(adoption.proposal), deadline=certify, note=_said(note, ballot))


@transaction.atomic
def certify_adoption(*, actor: Any, adoption: Adoption) -> Adoption:
    """The result stands: adopted, and the forum owes an output that carries it on; or not, and the line ends with the figures.

    What another forum decided moves nothing: it stands beside. Where forums differ for the first time, that is said too.
    """
    # Decisions on one proposal wait for each other, so that the one that makes the difference sees the others.
    Proposal.objects.select_for_update().get(pk=adoption.proposal_id)
    adoption = (
        Adoption.objects.select_for_update(of=("self",))
        .select_related("proposal__forum", "forum", "ballot")
        .get(pk=adoption.pk)
    )
    require(may_certify(actor, adoption))
    if adoption.ballot.state == BallotState.COUNTED:
        certify_ballot(actor=actor, ballot=adoption.ballot)
    proposal, ballot = adoption.proposal, adoption.ballot
    adoption.adopted, adoption.certified_at = bool(ballot.carried), now()
    adoption.save(update_fields=("adopted", "certified_at"))
    if adoption.is_elsewhere:
        decided_elsewhere(actor, adoption)
        note_disagreement(adoption)
        return adoption
    proposal.move(State.ADOPTED if adoption.adopted else State.NOT_ADOPTED)
    _carry_on(proposal, adoption, ballot)
    event = AdoptionCertified(
        proposal.pk,
        adoption.pk,
        adopted=adoption.adopted,
        yes=ballot.yes or 0,
        no=ballot.no or 0,
        abstain=ballot.abstain or 0,
    )
    record(event, actor=actor, subject=proposal, role="facilitator")
    note_disagreement(adoption)
    return adoption


def _carry_on(proposal: Proposal, adoption: Adoption, ballot: Ballot) -> None:
    """Adopted, the step stays open until an output takes it up; else the members' answer closes the line."""
    if adoption.adopted:
        note = _said(_("Adopted by %(yes)d to %(no)d; waits for an output"), ballot)
        hand_on(step=steps.adoption_step(proposal), note=note, undated=True)
    else:
        steps.end(
            proposal,
            _said(_("The members did not adopt it: %(yes)d for, %(no)d against, %(abstain)d abstained."), ballot),
        )


def _said(message: str, ballot: Ballot) -> str:
    return message % {"yes": ballot.yes or 0, "no": ballot.no or 0, "abstain": ballot.abstain or 0}
