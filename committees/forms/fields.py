"""Fields that several of these forms share."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from committees.models import Body, Meeting
from committees.queries.agendas import meetings_ahead
from core import forms
from core.clock import LONDON

LONG = 10_000  # letters of a long text


def text(
    label: Any, help_text: Any = "", *, required: bool = True, limit: int = LONG, rows: int = 5
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def clock(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


def late_reason() -> forms.CharField:
    return text(
        _("If that agenda is out already: why can this not wait?"),
        _("The chair's reason. It is shown beside the item and written in the minutes."),
        required=False,
        limit=1000,
        rows=3,
    )


def chair_agrees() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("The chair has decided this with me"), help_text=_("Needed unless you are the chair."), required=False
    )


class MeetingField(forms.ModelChoiceField):
    """One of a body's meetings that can still take an item."""

    def label_from_instance(self, obj: Any) -> str:
        when = obj.gathering.starts_at.astimezone(LONDON)
        return f"{date_format(when, 'l j F Y, H:i')} ({obj.gathering.get_state_display()})"


def meeting(body: Body, *, but: Meeting | None = None, required: bool = True) -> MeetingField:
    ids = [row.pk for row in meetings_ahead(body, but=but)]
    rows = Meeting.objects.filter(pk__in=ids).select_related("gathering", "body").order_by("gathering__starts_at")
    return MeetingField(
        queryset=rows,
        label=_("Which meeting?"),
        help_text=_("It stands on that meeting's agenda, and everybody can see when it is taken."),
        required=required,
        empty_label=None if required else "",
    )


class PersonField(forms.EmailField):
    """A person, named by the e-mail address with which they sign in. People are not listed for anybody to choose from."""

    def clean(self, value: Any) -> Any:
        address = super().clean(value)
        if not address:
            return None
        found = Person.objects.filter(user__email__iexact=address, erased_at=None).select_related("user").first()
        if found is None:
            raise forms.ValidationError(_("Nobody with this e-mail address has an account here."), code="unknown")
        return found


def moment(on: Any, at: Any) -> datetime:
    """A London day and time as one moment."""
    return datetime.combine(on, at, tzinfo=LONDON)
