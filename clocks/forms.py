"""What a clerk or a reader asks of the calendar."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from clocks.models import Holiday
from clocks.queries import rules_in_force
from core import forms


class HolidayForm(forms.Form):
    date = forms.DateField(label=_("Which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    name = forms.CharField(
        label=_("What is it called?"),
        help_text=_(
            "As it was proclaimed, such as “Day of National Mourning”. It stands in every explanation of a date."
        ),
        max_length=80,
    )

    def clean_date(self) -> Any:
        day = self.cleaned_data["date"]
        known = Holiday.objects.filter(date=day, region="england-and-wales").first()
        if known is not None:
            raise forms.ValidationError(
                _("That day is already in the calendar, as %(name)s."), params={"name": known.name}
            )
        return day


class WorkOutForm(forms.Form):
    """A rule and the day it starts from (or, for clear days, counts back from)."""

    rule = forms.ChoiceField(label=_("Which clock?"))
    start = forms.DateField(
        label=_("From which day, or before which meeting?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = {rule.key: rule for rule in rules_in_force()}
        self.fields["rule"].choices = [(key, rule.title) for key, rule in self.rules.items()]  # type: ignore[attr-defined]
