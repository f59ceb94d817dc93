"""A body's meeting over the API: called, its agenda published, held, and written down."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.endpoints import act, asked
from committees.api.serializers import AgendaItemSerializer, MeetingDetailSerializer
from committees.forms.meetings import CancelForm, ItemForm, MeetingForm, MinutesForm, MoveForm, PublishForm
from committees.models import Meeting, Seat
from committees.queries.agendas import timing
from committees.queries.seats import seats_of
from committees.views.loading import body_or_404, item_or_404, meeting_or_404
from core.api import checked, sent
from core.shapes import shape_of
from core.text import number
from core.verdicts import require
from meetings.models import Attendance
from meetings.states import State

CancelSerializer = shape_of(
    "Cancel",
    CancelForm,
    move_to=serializers.IntegerField(required=False, allow_null=True, help_text="id of the meeting that takes up its items"),
)  # fmt: skip
AttendanceSerializer = inline_serializer(
    "SeatsThere",
    {
        "attendance": serializers.DictField(
            child=serializers.ChoiceField(Attendance.Kind.choices),
            help_text="by id of the seat; who is left out was not there",
        )
    },
)


@act("schedule", shape_of("Schedule", MeetingForm), MeetingDetailSerializer, made=201)
def schedule(request: Request, slug: str) -> Response:
    """A clerk calls a meeting of the body; times are those of London."""
    found = body_or_404(slug)
    require(policies.may_schedule(request.user, found))
    form = MeetingForm({"mode": "in_person"} | sent(request))
    checked(form)
    made = actions.schedule_meeting(actor=request.user, body=found, **form.values)
    return _meeting(made.pk, status=201)


@act("move", shape_of("Move", MoveForm), MeetingDetailSerializer)
def move(request: Request, pk: int) -> Response:
    """To another day, as long as its agenda is not out."""
    found = meeting_or_404(pk)
    require(policies.may_reschedule(request.user, found))
    form = MoveForm(sent(request))
    checked(form)
    actions.reschedule_meeting(actor=request.user, meeting=found, **form.times)
    return _meeting(pk)


@act("cancel", CancelSerializer, MeetingDetailSerializer)
def cancel(request: Request, pk: int) -> Response:
    """Its page stays, with the reason; what is on its agenda goes to the meeting that is named."""
    found = meeting_or_404(pk)
    given = asked(policies.may_cancel(request.user, found), CancelForm(sent(request), meeting=found))
    actions.cancel_meeting(actor=request.user, meeting=found, **given)
    return _meeting(pk)


@act("add_item", shape_of("AddItem", ItemForm), AgendaItemSerializer, made=201)
def new_item(request: Request, pk: int) -> Response:
    """Once the agenda is out, an item needs the chair's reason why it cannot wait."""
    found = meeting_or_404(pk)
    form = ItemForm(sent(request))
    if found.gathering.state == State.SCHEDULED:
        del form.fields["late_reason"]
    given = asked(policies.may_add_item(request.user, found), form)
    made = actions.add_agenda_item(actor=request.user, meeting=found, **given)
    return Response(AgendaItemSerializer(item_or_404(made.pk)).data, status=201)


@act("publish_agenda", shape_of("PublishAgenda", PublishForm), MeetingDetailSerializer)
def publish(request: Request, pk: int) -> Response:
    """Public with the proof of when. In time nothing is asked for; too late, the chair's reason is."""
    found = meeting_or_404(pk)
    form = PublishForm(sent(request))
    if timing(found.publish_by).in_time:
        del form.fields["short_notice_reason"]
    else:
        form.fields["short_notice_reason"].required = True
    given = asked(policies.may_publish_agenda(request.user, found), form)
    actions.publish_agenda(actor=request.user, meeting=found, **given)
    return _meeting(pk)


@act("start", None, MeetingDetailSerializer)
def start(request: Request, pk: int) -> Response:
    """The meeting is open, on its day and not before."""
    actions.start_meeting(actor=request.user, meeting=meeting_or_404(pk))
    return _meeting(pk)


@act("record_attendance", AttendanceSerializer, MeetingDetailSerializer)
def attendance(request: Request, pk: int) -> Response:
    """Who of the seats is there, and so whether the body can decide. Write it again as people come and go."""
    found = meeting_or_404(pk)
    form = SeatsForm(sent(request), seats=seats_of(found.body))
    asked(policies.may_record_attendance(request.user, found), form)
    actions.record_attendance(
        actor=request.user, meeting=found, present=form.with_kind("present"), apologies=form.with_kind("apologies")
    )
    return _meeting(pk)


@act("end", None, MeetingDetailSerializer)
def end(request: Request, pk: int) -> Response:
    """It has ended, and every item was dealt with or adjourned to a named meeting."""
    actions.end_meeting(actor=request.user, meeting=meeting_or_404(pk))
    return _meeting(pk)


@act("write_minutes", shape_of("WriteMinutes", MinutesForm), MeetingDetailSerializer)
def minutes(request: Request, pk: int) -> Response:
    """A new version of the minutes, a draft until the body agrees to it."""
    found = meeting_or_404(pk)
    given = asked(policies.may_write_minutes(request.user, found), MinutesForm(sent(request)))
    actions.write_minutes(actor=request.user, meeting=found, **given)
    return _meeting(pk)


@act("agree_minutes", None, MeetingDetailSerializer)
def agree(request: Request, pk: int, version: int) -> Response:
    """The body has agreed to this version, which is the latest."""
    found = meeting_or_404(pk)
    notes = get_object_or_404(found.gathering.notes, version=version)
    actions.agree_minutes(actor=request.user, meeting=found, notes=notes)
    return _meeting(pk)


class SeatsForm(forms.Form):
    """Who is there, by id of the seat; only seats of this body that somebody has."""

    attendance = forms.JSONField()

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {seat.pk: seat for seat in seats if seat.person_id}

    def clean_attendance(self) -> dict[int, str]:
        given = self.cleaned_data["attendance"]
        kinds = Attendance.Kind.values
        if not isinstance(given, dict) or not all(
            number(key) in self.seats and value in kinds for key, value in given.items()
        ):
            raise forms.ValidationError(
                _("Give present, apologies or absent by id of a seat of this body that somebody has.")
            )
        return {number(key): value for key, value in given.items()}

    def with_kind(self, kind: str) -> list[Seat]:
        return [self.seats[key] for key, value in self.cleaned_data["attendance"].items() if value == kind]


def _meeting(pk: int, *, status: int = 200) -> Response:
    found: Meeting = meeting_or_404(pk)
    return Response(MeetingDetailSerializer(found).data, status=status)
