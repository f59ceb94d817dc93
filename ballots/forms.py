from django.utils.translation import gettext_lazy as _

from ballots.states import Choice
from core import forms


class VoteForm(forms.Form):
    choice = forms.ChoiceField(
        label=_("Your vote"),
        choices=Choice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, no or abstain.")},
    )


class AnnulForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does this ballot count for nothing?"),
        help_text=_("Everybody on the roll is told, and reads this on the ballot's page."),
        widget=forms.Textarea,
        min_length=30,
        max_length=4000,
    )


class FindForm(forms.Form):
    tracker = forms.CharField(label=_("Your tracker"), required=False, max_length=24)

    def clean_tracker(self) -> str:
        """As it is printed: capitals, without the spaces and hyphens that people add."""
        return "".join(c for c in self.cleaned_data["tracker"].upper() if c.isalnum())


class PrintForm(forms.Form):
    number = forms.IntegerField(label=_("How many more slips?"), min_value=1, max_value=500, initial=12)


class HandOutForm(forms.Form):
    """One person on the roll, by key."""

    person = forms.IntegerField(min_value=1, max_value=2**62)


class SlipForm(forms.Form):
    code = forms.CharField(
        label=_("The code on the slip"),
        max_length=24,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
    choice = forms.ChoiceField(
        label=_("What is marked on it"),
        choices=Choice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, no or abstain.")},
    )

    def clean_code(self) -> str:
        """As it is printed: capitals, without the spaces and hyphens that people add."""
        code = "".join(c for c in self.cleaned_data["code"].upper() if c.isalnum())
        if not code:
            raise forms.ValidationError(_("Type the twelve letters and digits of the code."))
        return code
