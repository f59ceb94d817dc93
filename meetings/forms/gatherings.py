"""What those who run gatherings fill in."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from core.clock import LONDON
from meetings.models import Attendance
from meetings.states import Access, Mode


class GatheringForm(forms.Form):
    title = forms.CharField(
        label=_("What is it?"), help_text=_("Such as “Monthly meeting of the forum”."), max_length=200
    )
    day = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    begins = forms.TimeField(label=_("From when?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(label=_("Until when?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    mode = forms.ChoiceField(label=_("How do people take part?"), choices=Mode.choices, widget=forms.RadioSelect)
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)
    hints = forms.CharField(
        label=_("How do people find it?"),
        help_text=_("The entrance, the bus, the bell to ring."),
        widget=forms.Textarea,
        required=False,
        max_length=1000,
    )
    facts = forms.MultipleChoiceField(
        label=_("The place has"), choices=Access.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    access = forms.CharField(
        label=_("Getting in and taking part"),
        help_text=_("What else people should know: interpreters, transport, who to call."),
        widget=forms.Textarea,
        required=False,
        max_length=2000,
    )
    online_url = forms.URLField(
        label=_("Address to join online"),
        help_text=_("Shown on the page from a quarter of an hour before until the end."),
        required=False,
        assume_scheme="https",
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        begins, ends = found.get("begins"), found.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", _("A gathering ends after it begins."))
        if found.get("mode") in (Mode.IN_PERSON, Mode.HYBRID) and not found.get("place"):
            self.add_error("place", _("Say where people meet."))
        return found

    def moments(self) -> dict[str, Any]:
        """When it begins and ends, as aware moments of London."""
        day = self.cleaned_data["day"]
        return {
            "starts_at": datetime.combine(day, self.cleaned_data["begins"], LONDON),
            "ends_at": datetime.combine(day, self.cleaned_data["ends"], LONDON),
        }

    def where(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("place", "hints", "facts", "access", "online_url")}


class MoveForm(GatheringForm):
    """Only when and where; the name and the kind of gathering stay."""

    title = None  # type: ignore[assignment]
    mode = None  # type: ignore[assignment]


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does it not take place?"),
        help_text=_("The reason stands on the page."),
        widget=forms.Textarea,
        max_length=2000,
    )


class ItemForm(forms.Form):
    title = forms.CharField(label=_("What is the item about?"), max_length=300)
    summary = forms.CharField(
        label=_("In sixty words or fewer"), widget=forms.Textarea, required=False, max_length=1000
    )
    minutes = forms.IntegerField(label=_("How many minutes?"), required=False, min_value=1, max_value=480)


class NotesForm(forms.Form):
    text = forms.CharField(
        label=_("Notes"),
        help_text=_("What was said and settled. Earlier versions stay readable."),
        widget=forms.Textarea,
        max_length=60_000,
    )


class ObjectionForm(forms.Form):
    reason = forms.CharField(
        label=_("What is wrong in the notes?"),
        help_text=_("Your reason stands beside the notes, with your name. A new version settles it."),
        widget=forms.Textarea,
        max_length=4000,
    )


class RecordingForm(forms.Form):
    title = forms.CharField(label=_("What is it?"), help_text=_("Such as “Sound of the first hour”."), max_length=120)
    url = forms.URLField(label=_("Where is it?"), assume_scheme="https", max_length=200)


class AttendanceForm(forms.Form):
    """One choice for each person who is expected; those without one are left as they are."""

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pk, name in people:
            self.fields[f"person_{pk}"] = forms.ChoiceField(
                label=name, choices=[("", _("not written down")), *Attendance.Kind.choices], required=False
            )

    def kinds(self) -> dict[int, str]:
        """The kind chosen for each person."""
        return {int(name.removeprefix("person_")): kind for name, kind in self.cleaned_data.items() if kind}
