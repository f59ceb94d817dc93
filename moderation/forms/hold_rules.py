"""The rules by which writing waits for a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from moderation import keys
from moderation.models import HoldRule
from moderation.policies.hold_rules import fits


class HoldRuleForm(forms.Form):
    """What waits from now on, where, and why."""

    kind = forms.ChoiceField(
        label=_("What is looked at first?"),
        choices=HoldRule.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is looked at first.")},
    )
    host_key = forms.ChoiceField(label=_("Where?"), required=False)
    number = forms.IntegerField(
        label=_("How many, or which level of trust?"),
        help_text=_("How many first texts of somebody new; or the level, 1 or 2, below which everything waits."),
        min_value=0,
        max_value=1000,
        required=False,
    )
    words = forms.CharField(
        label=_("Which words?"),
        help_text=_("One on each line. Only moderators read the list."),
        widget=forms.Textarea,
        max_length=5000,
        required=False,
    )
    why = forms.CharField(
        label=_("Why?"), help_text=_("The reason stands with the rule, for everybody."), max_length=300
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["host_key"]
        field.choices = [("", _("Everywhere")), *keys.offered()]

    def clean_number(self) -> int:
        return self.cleaned_data["number"] or 0

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors:
            field, verdict = fits(data["kind"], data["host_key"], data["number"], data["words"])
            if not verdict:
                self.add_error(field, verdict.reason)
        return data


class EndRuleForm(forms.Form):
    why = forms.CharField(
        label=_("Why does it end?"), help_text=_("The reason stands with the rule, for everybody."), max_length=300
    )
