"""An output before a body: sent, acknowledged, and then accepted to a meeting, sent on, or refused in writing."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _, override

from chain.actions import close_step, hand_on, link, open_step, refuse_step
from chain.models import Step
from chain.queries import step_of
from chain.states import State as StepState, Station
from clocks.actions import set_deadline
from clocks.models import Deadline
from committees import events
from committees.actions.agendas import place_on_agenda
from committees.actions.numbers import next_reference
from committees.models import Body, Meeting, Referral
from committees.policies.referrals import may_accept, may_acknowledge, may_redirect, may_refer, may_refuse
from committees.policies.who import is_chair
from committees.queries.asked import origin_of
from committees.queries.seats import chair_of
from committees.states import ReferralState
from committees.steps import clerk_key, clerk_label, committee_key, committee_label, path_to
from core import now, today
from core.clock import day_of
from core.verdicts import Refused, no, require
from ledger.actions import record
from meetings.states import State as MeetingState
from outputs.models import Output

REFERRAL = "referral"


@transaction.atomic
def refer_output(*, actor: Any, output: Output, bodies: Iterable[Body], covering_note: str = "") -> list[Referral]:
    """The output is before each of the bodies; their clerks owe an acknowledgement. Its own step is carried on by these."""
    require(may_refer(actor, output))
    wanted = list({body.pk: body for body in bodies}.values())
    if not wanted:
        raise Refused(no(_("Choose at least one body to send this to.")))
    known = Referral.objects.filter(output=output, body__in=wanted).select_related("body").first()
    if known is not None:
        raise Refused(no(_("This is before the %(body)s already.") % {"body": known.body.name}))
    parent = step_of(output, "output")
    sent = [_send(actor, output, body, covering_note.strip(), [parent]) for body in wanted]
    if parent.state == StepState.OPEN:
        close_step(step=parent)
    return sent


@transaction.atomic
def acknowledge(*, actor: Any, referral: Referral) -> Referral:
    """The body has it; its chair and officers owe a decision on what becomes of it."""
    require(may_acknowledge(actor, referral))
    referral.move(ReferralState.ACKNOWLEDGED, acknowledged_at=now())
    deadline = set_deadline(subject=referral, rule="committees.triage", start=today())
    hand_on(
        step=step_of(referral, REFERRAL),
        owner_key=committee_key(referral.body_id),
        owner_label=committee_label(referral.body),
        deadline=deadline,
    )
    event = events.ReferralAcknowledged(referral.pk, referral.output_id, referral.body_id, deadline.due.isoformat())
    record(event, actor=actor, subject=referral, role="clerk")
    return referral


@transaction.atomic
def accept_referral(*, actor: Any, referral: Referral, meeting: Meeting, late_reason: str = "") -> Referral:
    """It stands on the agenda of a named meeting. `late_reason` is the chair's, where that agenda is out already."""
    require(may_accept(actor, referral))
    require_meeting_of(meeting, referral.body_id)
    place_on_agenda(
        actor=actor,
        meeting=meeting,
        title=referral.output.title,
        summary=referral.output.summary,
        origin=origin_of([referral.output]),
        about=referral.output,
        referrals=[referral],
        late_reason=late_reason,
    )
    referral.move(ReferralState.ACCEPTED, decided_at=now(), meeting_id=meeting.pk)
    day = day_of(meeting.gathering.starts_at)
    hand_on(step=step_of(referral, REFERRAL), due=day)
    event = events.ReferralAccepted(referral.pk, referral.output_id, referral.body_id, meeting.pk, day.isoformat())
    record(event, actor=actor, subject=referral, role=_role(actor, referral))
    return referral


@transaction.atomic
def redirect_referral(
    *, actor: Any, referral: Referral, body: Body, reason: str, chair_agrees: bool = False
) -> Referral:
    """Another body has it instead, with the reason; gives the new referral. The old one says where it went."""
    require(may_redirect(actor, referral))
    reason = _written(reason)
    _require_chair(actor, referral, chair_agrees=chair_agrees)
    if Referral.objects.filter(output=referral.output_id, body=body).exists():
        raise Refused(no(_("This is or was before the %(body)s already.") % {"body": body.name}))
    step = step_of(referral, REFERRAL)
    sent_on = _send(actor, referral.output, body, referral.covering_note, [step])
    referral.move(ReferralState.REDIRECTED, decided_at=now(), reason=reason, redirected_to_id=sent_on.pk)
    close_step(step=step)
    event = events.ReferralRedirected(referral.pk, referral.output_id, referral.body_id, sent_on.pk, body.pk)
    record(event, actor=actor, subject=referral, role=_role(actor, referral))
    return sent_on


@transaction.atomic
def refuse_referral(*, actor: Any, referral: Referral, reason: str, chair_agrees: bool = False) -> Referral:
    """The body will not consider it, and everybody can read why."""
    require(may_refuse(actor, referral))
    reason = _written(reason)
    _require_chair(actor, referral, chair_agrees=chair_agrees)
    referral.move(ReferralState.REFUSED, decided_at=now(), reason=reason)
    refuse_step(step=step_of(referral, REFERRAL), reason=reason)
    event = events.ReferralRefused(referral.pk, referral.output_id, referral.body_id)
    record(event, actor=actor, subject=referral, role=_role(actor, referral))
    return referral


def require_meeting_of(meeting: Meeting, body_id: int) -> None:
    """Raises Refused unless the meeting is this body's and can still take an item."""
    if meeting.body_id != body_id:
        raise Refused(no(_("That is a meeting of another body.")))
    if meeting.gathering.state in {MeetingState.ENDED, MeetingState.CANCELLED}:
        raise Refused(no(_("That meeting is over. Choose a later one.")))


def _send(actor: Any, output: Output, body: Body, covering_note: str, parents: list[Step]) -> Referral:
    referral = Referral.objects.create(
        output=output,
        body=body,
        reference=next_reference(body, "F", Referral.objects.filter(body=body)),
        covering_note=covering_note,
        sent_by=actor,
        sent_at=now(),
    )
    deadline: Deadline = set_deadline(subject=referral, rule="committees.acknowledge", start=today())
    step = open_step(
        subject=referral,
        kind=REFERRAL,
        station=Station.COMMITTEE,
        title=output.title,
        address=path_to("referral", referral.reference),
        owner_key=clerk_key(body.pk),
        owner_label=clerk_label(body),
        deadline=deadline,
        note=_together(output),
    )
    for parent in parents:
        link(parent=parent, child=step)
    record(
        events.OutputReferred(referral.pk, output.pk, body.pk, deadline.due.isoformat()), actor=actor, subject=referral
    )
    return referral


def _together(output: Output) -> str:
    """The line names the forums where several send it."""
    if not output.joinings.exists():  # type: ignore[attr-defined]
        return ""
    with override(settings.LANGUAGE_CODE):
        return _("Sent by %(forums)s") % {"forums": origin_of([output])}


def _written(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused(no(_("Write down the reason: everybody may read it.")))
    return reason


def _require_chair(actor: Any, referral: Referral, *, chair_agrees: bool) -> None:
    """An officer turns something away only with the chair; where nobody is chair, the officer decides and it shows."""
    if chair_agrees or is_chair(actor, referral.body) or chair_of(referral.body) is None:
        return
    raise Refused(no(_("The chair decides this with you. Say that the chair agrees, or let the chair do it.")))


def _role(actor: Any, referral: Referral) -> str:
    return "chair" if is_chair(actor, referral.body) else "officer"
