"""What whoever owes a step does next: in words, and the page on which it is done."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ballots.states import State as BallotState
from chain.models import Step
from committees.models import AgendaItem, Referral
from committees.states import ItemState, ReferralState
from core import today
from outputs.models import Output
from outputs.states import State as OutputState
from proposals.models import Adoption


@dataclass(frozen=True, slots=True)
class Act:
    words: Any
    url: str


def next_acts(steps: Collection[Step]) -> dict[int, Act]:
    """The next act of each step, by its id; one query at most for each kind of record among them."""
    acts = {step.pk: _of_kind(step) for step in steps}
    for kind, find in _BY_RECORD.items():
        asked = [step for step in steps if step.kind == kind]
        found = find([step.subject_id for step in asked]) if asked else {}
        acts |= {step.pk: found[step.subject_id] for step in asked if step.subject_id in found}
    return acts


def _of_kind(step: Step) -> Act:
    """What is next for a step of this kind unless its record says otherwise."""
    kind = step.kind
    if kind == "answer" and step.owner_key.startswith("clerk:"):
        kind = "notice"  # adopted, and not sent to the executive yet
    words, below = _KINDS.get(kind, (_("Open it"), ""))
    return Act(words, step.url + below)


def _adoptions(proposal_ids: Collection[int]) -> dict[int, Act]:
    """Of proposals that were put to the members: wait for the votes, certify them, then carry the proposal on."""
    facts = ("proposal_id", "ballot_id", "ballot__state", "challenge_until", "certified_at")
    rows = Adoption.objects.filter(proposal__in=proposal_ids, forum=F("proposal__forum")).values_list(
        *facts, "proposal__forum__slug", "proposal__reference"
    )
    return {proposal: _adoption(*rest) for proposal, *rest in rows}


def _adoption(ballot: int, state: str, challenge: Any, certified: Any, forum: str, reference: str) -> Act:
    if certified:
        return Act(_("Write the output that carries it on"), f"{reverse('outputs:new')}?forum={forum}")
    if state != BallotState.OPEN and challenge and challenge <= today():
        return Act(_("Certify the result"), reverse("proposals:certify", args=[reference]))
    words = (
        _("See the result, which may still be challenged") if challenge else _("See how many days the vote has left")
    )
    return Act(words, reverse("ballots:ballot", args=[ballot]))


def _outputs(ids: Collection[int]) -> dict[int, Act]:
    rows = Output.objects.filter(pk__in=ids).values_list(
        "pk", "reference", "state", "comments_close_on", "ballot_id", "ballot__state"
    )
    found = (
        (pk, _output(reference, state, close, ballot, ballot_state))
        for pk, reference, state, close, ballot, ballot_state in rows
    )
    return {pk: act for pk, act in found if act}


def _output(
    reference: str, state: str, comments_close: Any, ballot: int | None, ballot_state: str | None
) -> Act | None:
    here = reverse("outputs:output", args=[reference])
    match state:
        case OutputState.COMMENTING if comments_close and comments_close < today():
            return Act(_("Ask the members to vote"), reverse("outputs:approval", args=[reference]))
        case OutputState.COMMENTING:
            return Act(_("See what the members say of it"), f"{here}#talk")
        case OutputState.BALLOTED if ballot_state == BallotState.OPEN:
            return Act(_("See how many days the vote has left"), reverse("ballots:ballot", args=[ballot]))
        case OutputState.BALLOTED:
            return Act(_("Carry out what the members decided"), here)
        case OutputState.APPROVED:
            return Act(_("Send it to a committee"), reverse("committees:refer", args=[reference]))
        case _state:
            return None


def _referrals(ids: Collection[int]) -> dict[int, Act]:
    words = {
        ReferralState.SENT: _("Confirm that it has arrived"),
        ReferralState.ACKNOWLEDGED: _("Decide what becomes of it"),
    }
    acts = {}
    for pk, reference, state, meeting in Referral.objects.filter(pk__in=ids).values_list(
        "pk", "reference", "state", "meeting_id"
    ):
        if state in words:
            acts[pk] = Act(words[ReferralState(state)], reverse("committees:referral", args=[reference]))
        elif meeting:
            acts[pk] = Act(_("See the meeting that considers it"), reverse("committees:meeting", args=[meeting]))
    return acts


def _disputes(claim_ids: Collection[int]) -> dict[int, Act]:
    """Disputes that stand on an agenda already."""
    items = AgendaItem.objects.filter(claim__in=claim_ids).exclude(state=ItemState.ADJOURNED)
    words = _("See the meeting that considers it")
    return {
        claim: Act(words, reverse("committees:meeting", args=[meeting]))
        for claim, meeting in items.values_list("claim_id", "meeting_id")
    }


# In words, and where beneath the address of the record.
_KINDS: dict[str, tuple[Any, str]] = {
    "remit_check": (_("Check whether it is the forum's business"), "check/"),
    "adoption": (_("Put it to the members"), "adoption/"),
    "output": (_("Take the output to its next step"), ""),
    "referral": (_("Deal with the referral"), ""),
    "notice": (_("Send it to the cabinet"), "issue/"),
    "answer": (_("Answer it"), "answer/"),
    "commitment": (_("Report on it, or say that it is delivered"), ""),
    "dispute": (_("Put the dispute on an agenda"), "agenda/"),
}
_BY_RECORD: dict[str, Callable[[Collection[int]], dict[int, Act]]] = {
    "adoption": _adoptions,
    "output": _outputs,
    "referral": _referrals,
    "dispute": _disputes,
}
