"""What is filled in at the door."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import StakeholderKind
from core import forms
from places.models import Area
from places.queries import wards


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code that they show"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        """As it was given: capitals, without the spaces and hyphens that people add."""
        code = "".join(c for c in self.cleaned_data["code"].upper() if c.isalnum())
        if not code:
            raise forms.ValidationError(_("Type the eight letters and digits of the code."))
        return code


class PersonForm(forms.Form):
    """One of those who are expected, by key."""

    person = forms.TypedChoiceField(label=_("Who is it?"), coerce=int)

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class WalkInForm(forms.Form):
    stakeholder = forms.ChoiceField(
        label=_("In what capacity are they here?"),
        choices=StakeholderKind.choices,
        initial=StakeholderKind.RESIDENT,
        widget=forms.RadioSelect,
    )
    ward = forms.ModelChoiceField(
        label=_("Which ward do they live in?"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("elsewhere, or not said"),
    )
    organisation = forms.CharField(label=_("For which organisation?"), required=False, max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ward"].queryset = Area.objects.filter(pk__in=[area.pk for area in wards()]).order_by("sort_key")  # type: ignore[attr-defined]
