"""A forum's rules, all of them, with what stands filled in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from forums.models import CHARTER, Charter
from forums.states import Chair, Joining, Unit
from forums.wording import nths, values, weekdays


class RulesForm(forms.Form):
    """What the members would have. `reason` is read before the vote."""

    reason = forms.CharField(
        label=_("Why should the rules be like this?"),
        help_text=_("Every member reads this before the vote."),
        widget=forms.Textarea,
        max_length=5000,
    )
    every = forms.IntegerField(
        label=_("It meets every so many weeks or months"),
        help_text=_("0 for no fixed days: each meeting is then set on its own."),
        min_value=0,
        max_value=24,
    )
    unit = forms.ChoiceField(label=_("Weeks or months?"), choices=Unit.choices, widget=forms.RadioSelect)
    weekday = forms.TypedChoiceField(label=_("On which day of the week?"), coerce=int)
    nth = forms.TypedChoiceField(label=_("Which one of the month?"), coerce=int)
    starts = forms.TimeField(label=_("At what time?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("For how many minutes?"), min_value=15, max_value=600)
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)
    skips_holidays = forms.BooleanField(
        label=_("A bank holiday moves the meeting to the next working day"), required=False
    )
    quorum = forms.IntegerField(
        label=_("How many members must be there, or vote, for a decision to stand?"), min_value=0, max_value=10_000
    )
    chair = forms.ChoiceField(label=_("Who leads its meetings?"), choices=Chair.choices, widget=forms.RadioSelect)
    term_months = forms.IntegerField(
        label=_("For how many months is somebody chosen to chair, or to speak for the forum?"),
        min_value=1,
        max_value=60,
    )
    recall_percent = forms.IntegerField(
        label=_("How many in a hundred members can ask for somebody to be called back?"), min_value=1, max_value=100
    )
    conduct = forms.CharField(
        label=_("How do people speak to each other?"),
        help_text=_("You can use Markdown."),
        widget=forms.Textarea,
        required=False,
        max_length=10000,
    )
    supports_threshold = forms.IntegerField(
        label=_("How many supports put a proposal to the members?"),
        help_text=_("0 to leave it to each activity. A number holds for proposals that are published from then on."),
        min_value=0,
        max_value=1_000_000,
    )
    notice_days = forms.IntegerField(
        label=_("For how many days is a change of the rules announced before the vote?"), min_value=1, max_value=90
    )
    joining = forms.ChoiceField(label=_("Who may join?"), choices=Joining.choices, widget=forms.RadioSelect)
    places = forms.IntegerField(
        label=_("How many members can there be?"), help_text=_("0 for no limit."), min_value=0, max_value=100_000
    )
    places_service_user = forms.IntegerField(
        label=_("How many of these places are kept for service users?"), min_value=0, max_value=100_000
    )
    places_service_worker = forms.IntegerField(
        label=_("How many are kept for service workers?"), min_value=0, max_value=100_000
    )
    premoderated = forms.BooleanField(label=_("A facilitator reads each post before it is shown"), required=False)

    def __init__(self, *args: Any, standing: Charter, by_hand: bool = True, **kwargs: Any) -> None:
        """`standing` fills the form, or, for a form that nobody saw (`by_hand=False`), whatever was not sent."""
        filled = {name: _as_sent(value) for name, value in values(standing, CHARTER).items()}
        if by_hand:
            kwargs["initial"] = filled
        elif args and args[0] is not None:
            args = ({**filled, **args[0]}, *args[1:])
        super().__init__(*args, **kwargs)
        self.fields["weekday"].choices = list(weekdays().items())  # type: ignore[attr-defined]
        self.fields["nth"].choices = list(nths().items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        kept = (data.get("places_service_user") or 0) + (data.get("places_service_worker") or 0)
        if kept > (data.get("places") or 0) and "places" not in self.errors:
            self.add_error("places", _("More places are kept than there are. Give more places, or keep fewer."))
        return data

    @property
    def charter(self) -> dict[str, Any]:
        """What was sent, without the reason."""
        return {name: self.cleaned_data[name] for name in CHARTER}


def _as_sent(value: Any) -> Any:
    return value.strftime("%H:%M") if hasattr(value, "strftime") else value
