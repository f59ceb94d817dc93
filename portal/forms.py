"""Set one of the numbers of the council."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms, today
from core.numbers import Number, begins


class NumberForm(forms.Form):
    """From this day on, this number, because. `seen` is the newest version that the person has read."""

    amount = forms.DecimalField(label=_("What is the number from then on?"), max_digits=8, decimal_places=2)
    since = forms.DateField(
        label=_("From which day on?"),
        help_text=_("Today at the earliest. A number that has not begun yet is replaced by one for the same day."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    why = forms.CharField(
        label=_("Why?"),
        help_text=_("The reason stands with the number, for everybody."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, number: Number, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number = number
        self.initial = {"since": today(), "seen": number.newest, **self.initial}
        limits = number.limits
        step = {"min": limits.least, "max": limits.most, "step": "1" if limits.whole else "0.01"}
        self.fields["amount"].widget.attrs.update({name: str(value) for name, value in step.items()})

    def clean_amount(self) -> Any:
        amount = self.cleaned_data["amount"]
        verdict = self.number.limits.admits(amount)
        if not verdict:
            raise forms.ValidationError(verdict.reason)
        return amount

    def clean_since(self) -> Any:
        day = self.cleaned_data["since"]
        verdict = begins(day)
        if not verdict:
            raise forms.ValidationError(verdict.reason)
        return day
