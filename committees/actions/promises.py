"""What was promised: reported on, said to be kept, and judged by those who asked. A dispute goes back to the committee."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _

from chain.actions import close_step, hand_on, open_step, return_step
from chain.queries import step_of
from chain.states import Station
from clocks.actions import set_deadline
from committees import events
from committees.actions.agendas import place_on_agenda
from committees.actions.answers import COMMITMENT
from committees.actions.carrying import date_steps
from committees.models import AgendaItem, Claim, Commitment, Judgement, Meeting, Progress
from committees.policies.answers import may_claim_delivery, may_judge, may_report_progress, may_take_dispute
from committees.queries.asked import origin_of, outputs_behind
from committees.states import ClaimState, CommitmentState
from committees.steps import clerk_key, clerk_label, path_to
from core import now, pagecache, today
from core.clock import day_of
from core.text import render
from core.verdicts import Refused, no, require
from ledger.actions import record
from meetings.states import State as MeetingState

DELIVERY, DISPUTE = "delivery", "dispute"


@transaction.atomic
def report_progress(*, actor: Any, commitment: Commitment, state: str, text: str, due: date | None = None) -> Progress:
    """The owner's report is public. Another day stands beside the first one, which is always shown."""
    require(may_report_progress(actor, commitment))
    if state not in {CommitmentState.ON_TRACK, CommitmentState.AT_RISK}:
        raise Refused(no(_("Say whether it is on track or at risk.")))
    if not text.strip():
        raise Refused(no(_("Say in a sentence or two how it goes.")))
    was = commitment.due
    moved = due is not None and due != was
    if moved and due is not None and due <= today():
        raise Refused(no(_("The new day must lie ahead.")))
    changes: dict[str, Any] = {"reported_at": now()}
    if moved:
        changes |= {"due": due, "overdue_told_at": None}
    commitment.move(state, **changes)
    progress = Progress.objects.create(
        commitment=commitment,
        state=state,
        text=text.strip(),
        due_was=was if moved else None,
        due_becomes=due if moved else None,
        by=actor,
        at=now(),
    )
    if moved:
        hand_on(step=step_of(commitment, COMMITMENT), due=due)
    event = events.ProgressReported(commitment.pk, state, commitment.due.isoformat(), was.isoformat() if moved else "")
    record(event, actor=actor, subject=commitment, role="cabinet member")
    return progress


@transaction.atomic
def claim_delivery(*, actor: Any, commitment: Commitment, evidence: str) -> Claim:
    """The owner says, with evidence, that it is done. Those who asked have until a day to say whether that is so."""
    require(may_claim_delivery(actor, commitment))
    if not evidence.strip():
        raise Refused(no(_("Show what was done, with links or figures, so that those who asked can judge.")))
    commitment.move(CommitmentState.CLAIMED, reported_at=now())
    claim = Claim.objects.create(
        commitment=commitment,
        evidence=evidence.strip(),
        evidence_html=render(evidence),
        by=actor,
        at=now(),
        judge_by=today(),
    )
    deadline = set_deadline(subject=claim, rule="committees.judge", start=today())
    claim.judge_by = deadline.due
    claim.save(update_fields=("judge_by",))
    step = step_of(commitment, COMMITMENT)
    open_step(
        subject=claim,
        kind=DELIVERY,
        station=Station.DELIVERED,
        title=commitment.text,
        address=path_to("claim", claim.pk),
        owner_key="people",
        owner_label=_everybody(),
        parents=[step],
        deadline=deadline,
    )
    close_step(step=step)
    event = events.DeliveryClaimed(claim.pk, commitment.pk, claim.judge_by.isoformat())
    record(event, actor=actor, subject=claim, role="cabinet member")
    return claim


@transaction.atomic
def judge_delivery(*, actor: Any, claim: Claim, verdict: str, reason: str = "") -> Judgement:
    """One of those who asked has said once whether it was delivered. Enough disputes send it back to the committee at once.

    Who said it is private, so no entry is made of it; what it comes to is on record.
    """
    require(may_judge(actor, claim))
    choice = Judgement.Verdict(verdict)
    reason = reason.strip()
    if choice == Judgement.Verdict.DISPUTE and not reason:
        raise Refused(no(_("Say what is missing: the committee will work from your words. Your name is not shown.")))
    # Held, so that two who judge at once are both counted and only one of them sends it back.
    held = Claim.objects.select_for_update().get(pk=claim.pk)
    require(may_judge(actor, held))
    judgement = Judgement.objects.create(claim=held, person=actor.person, verdict=choice, reason=reason, at=now())
    column = "confirmed" if choice == Judgement.Verdict.CONFIRM else "disputed"
    Claim.objects.filter(pk=held.pk).update(**{column: F(column) + 1})
    claim.refresh_from_db()
    pagecache.touch()
    if claim.disputed >= _body(claim).disputes_needed:
        _send_back(claim)
    return judgement


@transaction.atomic
def close_judgement(*, claim: Claim) -> Claim:
    """Past its day a claim that was not disputed is closed: confirmed if anybody confirmed it, else as answered by nobody. Again, nothing changes."""
    held = Claim.objects.select_for_update().get(pk=claim.pk)
    if held.state != ClaimState.OPEN or held.judge_by >= today():
        return held
    state = ClaimState.CONFIRMED if held.confirmed else ClaimState.UNANSWERED
    held.move(state, closed_at=now())
    held.commitment.move(CommitmentState.DELIVERED)
    close_step(step=step_of(held, DELIVERY))
    if state == ClaimState.CONFIRMED:
        event = events.DeliveryConfirmed(held.pk, held.commitment_id, held.confirmed, held.disputed)
        record(event, actor=None, subject=held)
    else:
        record(events.DeliveryUnanswered(held.pk, held.commitment_id, held.disputed), actor=None, subject=held)
    return held


@transaction.atomic
def take_dispute(*, actor: Any, claim: Claim, meeting: Meeting, late_reason: str = "") -> AgendaItem:
    """The disputed delivery stands on an agenda of the committee that recommended it."""
    require(may_take_dispute(actor, claim))
    body = _body(claim)
    if meeting.body_id != body.pk or meeting.gathering.state in {MeetingState.ENDED, MeetingState.CANCELLED}:
        raise Refused(no(_("Choose a meeting of the %(body)s that is still to come.") % {"body": body.name}))
    outputs = outputs_behind(claim)
    item = place_on_agenda(
        actor=actor,
        meeting=meeting,
        title=_("Disputed delivery: %(text)s") % {"text": claim.commitment.text[:200]},
        summary=_("Those who asked say that promise %(reference)s was not delivered.")
        % {"reference": claim.commitment.reference},
        origin=origin_of(outputs),
        about=claim,
        claim=claim,
        late_reason=late_reason,
    )
    day = day_of(meeting.gathering.starts_at)
    date_steps(item, day)
    event = events.DisputeTaken(claim.pk, claim.commitment_id, item.pk, meeting.pk, day.isoformat())
    record(event, actor=actor, subject=claim, role="clerk")
    return item


def _send_back(claim: Claim) -> None:
    claim.move(ClaimState.DISPUTED, closed_at=now())
    claim.commitment.move(CommitmentState.DISPUTED)
    body = _body(claim)
    delivery = step_of(claim, DELIVERY)
    deadline = set_deadline(subject=claim, rule="committees.dispute", start=today())
    open_step(
        subject=claim,
        kind=DISPUTE,
        station=Station.COMMITTEE,
        title=claim.commitment.text,
        address=path_to("claim", claim.pk),
        owner_key=clerk_key(body.pk),
        owner_label=clerk_label(body),
        parents=[delivery],
        deadline=deadline,
    )
    return_step(step=delivery, note=_back_with(body))
    event = events.DeliveryDisputed(
        claim.pk, claim.commitment_id, claim.confirmed, claim.disputed, deadline.due.isoformat()
    )
    # The system's act: whoever gave the last judgement stays unnamed.
    record(event, actor=None, subject=claim)


def _body(claim: Claim) -> Any:
    return claim.commitment.recommendation.body


def _everybody() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return translation.gettext("those who asked")


def _back_with(body: Any) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return translation.gettext("back with the %(body)s") % {"body": body.name}
