"""Call a body's meeting, move or cancel it, open it, count who is there, and end it when everything has been dealt with."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clocks.actions import meet, set_deadline
from committees import events
from committees.actions.carrying import date_steps, move_item
from committees.models import Body, Meeting, Seat
from committees.policies.meetings import (
    may_agree_minutes,
    may_cancel,
    may_end,
    may_record_attendance,
    may_reschedule,
    may_schedule,
    may_start,
    may_write_minutes,
)
from committees.queries.seats import present_for_quorum, seats_of
from committees.states import ItemState
from core.clock import day_of
from core.verdicts import Refused, no, require
from ledger.actions import record
from meetings import actions as gatherings
from meetings.models import Attendance, Notes
from meetings.states import Mode


@transaction.atomic
def schedule_meeting(
    *,
    actor: Any,
    body: Body,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    title: str = "",
    access: str = "",
    mode: str = Mode.IN_PERSON,
    online_url: str = "",
) -> Meeting:
    """The meeting is called, and the last day for its agenda is fixed by the body's rule of notice, with the explanation."""
    require(may_schedule(actor, body))
    gathering = gatherings.schedule(
        actor=actor,
        host=body,
        title=title or body.name,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        access=access,
        mode=mode,
        online_url=online_url,
    )
    day = day_of(starts_at)
    meeting = Meeting.objects.create(gathering=gathering, body=body, publish_by=day)
    _set_notice(meeting)
    event = events.MeetingScheduled(meeting.pk, body.pk, day.isoformat(), meeting.publish_by.isoformat())
    record(event, actor=actor, subject=meeting, role="clerk")
    return meeting


@transaction.atomic
def reschedule_meeting(
    *, actor: Any, meeting: Meeting, starts_at: datetime, ends_at: datetime, place: str | None = None
) -> Meeting:
    """The meeting is at another time, with a new last day for its agenda. Its address, and its place in calendars, stay."""
    require(may_reschedule(actor, meeting))
    was = day_of(meeting.gathering.starts_at)
    gatherings.reschedule(actor=actor, gathering=meeting.gathering, starts_at=starts_at, ends_at=ends_at, place=place)
    _set_notice(meeting)
    day = day_of(starts_at)
    for item in meeting.agenda.filter(state=ItemState.PLANNED):
        date_steps(item, day)
    record(
        events.MeetingMoved(meeting.pk, meeting.body_id, was.isoformat(), day.isoformat()),
        actor=actor,
        subject=meeting,
        role="clerk",
    )
    return meeting


@transaction.atomic
def cancel_meeting(
    *, actor: Any, meeting: Meeting, reason: str, move_to: Meeting | None = None, late_reason: str = ""
) -> Meeting:
    """The meeting will not be held, with the reason. Whatever was on its agenda stands on that of `move_to`: nothing is dropped."""
    require(may_cancel(actor, meeting))
    if not reason.strip():
        raise Refused(no(_("Write down why the meeting is cancelled.")))
    items = list(meeting.agenda.filter(state=ItemState.PLANNED).select_related("item", "meeting__body"))
    if items and move_to is None:
        raise Refused(
            no(_("There are items on this agenda. Name the meeting that takes them up, so that nothing is dropped."))
        )
    for item in items:
        assert move_to is not None
        move_item(actor=actor, item=item, meeting=move_to, late_reason=late_reason)
    gatherings.cancel(actor=actor, gathering=meeting.gathering, reason=reason.strip())
    if meeting.notice:
        meet(deadline=meeting.notice)
    event = events.MeetingCancelled(meeting.pk, meeting.body_id, move_to.pk if move_to else 0)
    record(event, actor=actor, subject=meeting, role="clerk")
    return meeting


@transaction.atomic
def start_meeting(*, actor: Any, meeting: Meeting) -> Meeting:
    """The meeting is in session."""
    require(may_start(actor, meeting))
    gatherings.start(actor=actor, gathering=meeting.gathering)
    record(events.MeetingStarted(meeting.pk, meeting.body_id), actor=actor, subject=meeting)
    return meeting


@transaction.atomic
def record_attendance(
    *, actor: Any, meeting: Meeting, present: Iterable[Seat], apologies: Iterable[Seat] = ()
) -> Meeting:
    """Who of the seats is there now, who sent apologies, and so whether the body can decide. It can be written again as people come and go."""
    require(may_record_attendance(actor, meeting))
    there, sorry = {seat.pk for seat in present}, {seat.pk for seat in apologies}
    for seat in seats_of(meeting.body):
        if seat.person_id is None:
            continue
        kind = (
            Attendance.Kind.PRESENT
            if seat.pk in there
            else Attendance.Kind.APOLOGIES
            if seat.pk in sorry
            else Attendance.Kind.ABSENT
        )
        gatherings.record_attendance(
            actor=actor, gathering=meeting.gathering, person=seat.person, kind=kind, capacity=seat.speaks_as
        )
    count = present_for_quorum(meeting)
    meeting.quorum_met = count >= meeting.body.quorum
    meeting.save(update_fields=("quorum_met",))
    event = events.SeatsCounted(meeting.pk, count, meeting.body.quorum, meeting.quorum_met)
    record(event, actor=actor, subject=meeting, role="clerk")
    return meeting


@transaction.atomic
def end_meeting(*, actor: Any, meeting: Meeting) -> Meeting:
    """The meeting has ended, and every item on its agenda was dealt with or adjourned to a named meeting."""
    # The row is held, so that nobody adds an item between the look and the end.
    Meeting.objects.select_for_update().only("pk").get(pk=meeting.pk)
    require(may_end(actor, meeting))
    gatherings.end(actor=actor, gathering=meeting.gathering)
    record(
        events.MeetingEnded(meeting.pk, meeting.body_id, meeting.agenda.count()),
        actor=actor,
        subject=meeting,
        role="clerk",
    )
    return meeting


@transaction.atomic
def write_minutes(*, actor: Any, meeting: Meeting, text: str) -> Notes:
    """The minutes have a new version, a draft until they are agreed; earlier ones stay readable."""
    return gatherings.write_notes(
        actor=actor, gathering=meeting.gathering, text=text, verdict=may_write_minutes(actor, meeting)
    )


@transaction.atomic
def agree_minutes(*, actor: Any, meeting: Meeting, notes: Notes) -> Notes:
    """The body has agreed to this version of its minutes, which is the latest."""
    return gatherings.agree_notes(actor=actor, notes=notes, verdict=may_agree_minutes(actor, meeting))


def _set_notice(meeting: Meeting) -> None:
    deadline = set_deadline(subject=meeting, rule=meeting.body.notice_rule, start=day_of(meeting.gathering.starts_at))
    meeting.notice, meeting.publish_by = deadline, deadline.due
    meeting.save(update_fields=("notice", "publish_by"))
