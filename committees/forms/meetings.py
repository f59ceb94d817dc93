"""Calling a meeting, its agenda, and who is there."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from committees.forms import fields
from committees.models import Meeting, Seat
from core import forms
from core.clock import LONDON
from meetings.models import Attendance
from meetings.states import Mode


class WhenForm(forms.Form):
    """A day, from a time to a time, in a place."""

    day = fields.day(_("On which day?"))
    begins = fields.clock(_("It begins at"))
    ends = fields.clock(_("It ends at about"))
    place = forms.CharField(label=_("Where?"), max_length=200)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begins, ends = data.get("begins"), data.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", _("A meeting ends after it begins."))
        return data

    @property
    def times(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "starts_at": fields.moment(data["day"], data["begins"]),
            "ends_at": fields.moment(data["day"], data["ends"]),
            "place": data["place"],
        }


class MeetingForm(WhenForm):
    title = forms.CharField(
        label=_("Title"), max_length=200, required=False, help_text=_("Left empty, the body's name.")
    )
    access = fields.text(
        _("How to get there and take part"),
        _("Steps, hearing loop, interpreters, where the public sits, where it is broadcast."),
        required=False,
        limit=2000,
        rows=3,
    )
    mode = forms.ChoiceField(label=_("In which way?"), choices=Mode.choices, initial=Mode.IN_PERSON)
    online_url = forms.URLField(label=_("Address of the broadcast"), required=False, assume_scheme="https")

    @property
    def values(self) -> dict[str, Any]:
        names = ("title", "access", "mode", "online_url")
        return self.times | {name: self.cleaned_data[name] for name in names}


class MoveForm(WhenForm):
    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        starts, ends = (
            moment.astimezone(LONDON) for moment in (meeting.gathering.starts_at, meeting.gathering.ends_at)
        )
        return {"day": starts.date(), "begins": starts.time(), "ends": ends.time(), "place": meeting.gathering.place}


class CancelForm(forms.Form):
    reason = fields.text(_("Why is it cancelled?"), limit=1000, rows=3)
    late_reason = fields.late_reason()

    field_order = ("reason", "move_to", "late_reason")

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["move_to"] = fields.meeting(meeting.body, but=meeting, required=False)
        self.fields["move_to"].label = _("Which meeting takes up its items?")
        self.order_fields(self.field_order)


class ItemForm(forms.Form):
    title = forms.CharField(label=_("What is it about?"), max_length=300)
    summary = fields.text(
        _("In plain words"),
        _("At most 60 words, so that everybody knows whether to come."),
        required=False,
        limit=600,
        rows=4,
    )
    origin = forms.CharField(
        label=_("Who puts it on the agenda?"),
        max_length=120,
        help_text=_("A forum, an officer, a councillor: everybody sees it."),
    )
    education = forms.BooleanField(
        label=_("It is about education"),
        required=False,
        help_text=_("Then church and parent governor co-optees vote on it."),
    )
    late_reason = fields.late_reason()


class PublishForm(forms.Form):
    short_notice_reason = fields.text(
        _("The chair's reason for short notice"),
        _("It stands on the agenda for everybody to read."),
        required=False,
        limit=1000,
        rows=3,
    )


class MinutesForm(forms.Form):
    text = fields.text(
        _("Minutes"), _("A draft until the body agrees to it. Corrections are new versions."), limit=60_000, rows=16
    )


class AttendanceForm(forms.Form):
    """One question for each seat that somebody has."""

    def __init__(self, *args: Any, seats: list[Seat], attendance: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {f"seat_{seat.pk}": seat for seat in seats if seat.person_id}
        for name, seat in self.seats.items():
            self.fields[name] = forms.ChoiceField(
                label=f"{seat.name}, {seat.speaks_as}",
                choices=CHOICES,
                widget=forms.RadioSelect,
                initial=attendance.get(seat.person_id or 0, Attendance.Kind.ABSENT),
            )

    def with_kind(self, kind: str) -> list[Seat]:
        return [seat for name, seat in self.seats.items() if self.cleaned_data.get(name) == kind]


CHOICES = (
    (Attendance.Kind.PRESENT, _("Present")),
    (Attendance.Kind.APOLOGIES, _("Sent apologies")),
    (Attendance.Kind.ABSENT, _("Not there")),
)
