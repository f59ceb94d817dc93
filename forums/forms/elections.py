"""Enter the weeks before an election."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms, today
from places.models import Area


class PreElectionForm(forms.Form):
    begins = forms.DateField(
        label=_("First day"),
        help_text=_("The day of the notice of election at the latest."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    ends = forms.DateField(
        label=_("Last day"),
        help_text=_("Polling day."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    source = forms.CharField(
        label=_("Where do the dates come from?"),
        help_text=_("Such as: notice of election, published by the returning officer on 20 March."),
        max_length=300,
    )
    areas = forms.ModelMultipleChoiceField(
        label=_("Where is the election?"),
        help_text=_("Choose none for the whole council."),
        queryset=Area.objects.for_list(),
        required=False,
    )
    pauses = forms.BooleanField(
        label=_("Let the forums there rest meanwhile"),
        help_text=_("Their meetings whose agenda is not out are cancelled. They go on by themselves on the day after."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        begins, ends = data.get("begins"), data.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("The last day comes after the first."))
        elif ends and ends < today():
            self.add_error("ends", _("Enter a period that is not over yet."))
        return data
