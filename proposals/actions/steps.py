"""Where a proposal stands on the line: the steps that its acts open, close and refuse, in their transactions."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _, ngettext, override

from chain.actions import close_step, open_step, refuse_step
from chain.models import Step
from chain.queries import step_of, steps_of
from chain.states import State as StepState, Station
from clocks.actions import set_deadline
from core import now, today
from core.subjects import key_of
from forums.queries.people import facilitators_of
from proposals.models import Proposal
from proposals.states import State

REMIT_CHECK, SUPPORTS, ADOPTION = "remit_check", "supports", "adoption"


def begin(proposal: Proposal) -> None:
    """Published: the facilitators owe the check, and people may support meanwhile."""
    deadline = set_deadline(subject=proposal, rule="proposals.remit_check", start=today())
    check = _open(proposal, REMIT_CHECK, Station.PROPOSED, deadline=deadline)
    open_step(
        subject=proposal,
        kind=SUPPORTS,
        station=Station.SUPPORTED,
        title=proposal.title,
        address=proposal.address,
        owner_key="people",
        owner_label=in_our_words(_, "everyone who lives here"),
        parents=[check],
        due=proposal.expires_on,
    )


def checked(proposal: Proposal) -> None:
    """Within the remit: the check is done, and the members' turn comes as soon as the threshold is reached too."""
    close_step(step=step_of(proposal, REMIT_CHECK))
    put_to_members(proposal)


def put_to_members(proposal: Proposal) -> bool:
    """Once the remit is checked and the count stands at the threshold, the forum owes its members a ballot; gives whether that is so now."""
    ready = proposal.state == State.OPEN and proposal.checked_at is not None and proposal.ready_at is None
    if not ready or not Proposal.objects.filter(pk=proposal.pk, ready_at=None, supports__gte=proposal.threshold).update(
        ready_at=now()
    ):
        return False
    proposal.refresh_from_db(fields=("ready_at", "supports"))
    supports = step_of(proposal, SUPPORTS)
    deadline = set_deadline(subject=proposal, rule="proposals.adoption", start=today())
    _open(proposal, ADOPTION, Station.ADOPTED, parents=[supports], deadline=deadline)
    close_step(
        step=supports,
        note=in_our_words(ngettext, "%(n)d support", "%(n)d supports", proposal.supports, n=proposal.supports),
    )
    return True


def end(proposal: Proposal, reason: str) -> None:
    """Refused, expired or withdrawn: whatever was still open ends with the written reason."""
    for step in steps_of(key_of(proposal)):
        if step.state == StepState.OPEN:
            refuse_step(step=step, reason=reason)


def adoption_step(proposal: Proposal) -> Step:
    return step_of(proposal, ADOPTION)


def in_our_words(translate: Any, *message: Any, **values: Any) -> str:
    """What is stored was said once, to everybody, in the council's own language."""
    with override(settings.LANGUAGE_CODE):
        return str(translate(*message)) % values


def _open(proposal: Proposal, kind: str, station: Station, **more: Any) -> Step:
    return open_step(
        subject=proposal,
        kind=kind,
        station=station,
        title=proposal.title,
        address=proposal.address,
        owner_key=f"forum:{proposal.forum_id}",
        owner_label=facilitators_of(proposal.forum),
        **more,
    )
