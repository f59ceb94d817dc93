"""From when until when: the two moments that several forms ask for."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms


def moment_field(label: Any, hint: Any, *, required: bool = False) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class PeriodForm(forms.Form):
    """A conversation takes posts between two moments; both may be left out."""

    opens_at = moment_field(_("From when can people speak?"), _("London time. Leave it empty for from now on."))
    closes_at = moment_field(_("Until when?"), _("Leave it empty for no end but its conclusions."))

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("The end must come after the beginning."))
        return data


class UpdateForm(forms.Form):
    text = forms.CharField(
        label=_("What is new?"),
        help_text=_("It stands at the top with its day and number, and cannot be changed later. You can use Markdown."),
        widget=forms.Textarea,
        min_length=5,
        max_length=4000,
    )
