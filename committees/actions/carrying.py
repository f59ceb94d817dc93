"""What an agenda item carries on the line: the referrals or the dispute behind it, moved on with it, never dropped."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chain.actions import hand_on
from chain.models import Step
from chain.queries import step_of
from chain.states import State as StepState
from committees import events
from committees.actions.agendas import place_on_agenda
from committees.models import AgendaItem, Meeting, Recommendation
from committees.states import ItemState, RecommendationState
from core.clock import day_of
from core.verdicts import Refused, no
from ledger.actions import record
from meetings.states import State


def hold(item: AgendaItem) -> None:
    """Until the commit nobody else drafts, votes, concludes or adjourns at this meeting; the item and its meeting are read afresh."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("gathering").get(pk=item.meeting_id)
    item.meeting.quorum_met = meeting.quorum_met
    item.meeting.gathering.state = meeting.gathering.state
    item.refresh_from_db(fields=("state",))


def steps_behind(item: AgendaItem) -> list[Step]:
    """The steps that led to the item: one per referral, and that of the dispute."""
    steps = [step_of(referral, "referral") for referral in item.referrals.order_by("pk")]
    if item.claim is not None:
        steps.append(step_of(item.claim, "dispute"))
    return steps


def date_steps(item: AgendaItem, day: date) -> None:
    """Those steps are owed by the day of the meeting."""
    for step in steps_behind(item):
        if step.state == StepState.OPEN:
            hand_on(step=step, due=day)


def move_item(*, actor: Any, item: AgendaItem, meeting: Meeting, late_reason: str = "") -> AgendaItem:
    """The item is adjourned and stands on the agenda of `meeting`, with its referrals, its dispute and its drafts; gives the new one."""
    old = item.meeting
    if meeting.body_id != old.body_id or meeting.pk == old.pk:
        raise Refused(no(_("Choose another meeting of the same body.")))
    if meeting.gathering.state in {State.ENDED, State.CANCELLED}:
        raise Refused(no(_("That meeting is over. Choose a later one.")))
    referrals = list(item.referrals.all())
    # The database lets a dispute stand on one agenda at a time: the old item lets go of it in the same breath.
    item.claim, claim = None, item.claim
    item.save(update_fields=("claim",))
    successor = place_on_agenda(
        actor=actor,
        meeting=meeting,
        title=item.item.title,
        summary=item.item.summary,
        origin=item.item.origin,
        about=_about(item),
        referrals=referrals,
        claim=claim,
        education=item.education,
        late_reason=late_reason,
    )
    Recommendation.objects.filter(agenda_item=item, state=RecommendationState.DRAFTED).update(agenda_item=successor)
    for referral in referrals:
        referral.meeting = meeting
        referral.save(update_fields=("meeting",))
    item.move(ItemState.ADJOURNED, adjourned_to_id=successor.pk)
    day = day_of(meeting.gathering.starts_at)
    date_steps(successor, day)
    record(events.ItemAdjourned(item.pk, old.pk, meeting.pk, day.isoformat()), actor=actor, subject=item)
    return successor


def _about(item: AgendaItem) -> Any:
    referral = item.referrals.select_related("output").first()
    return referral.output if referral else None
