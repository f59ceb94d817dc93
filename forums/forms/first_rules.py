"""What a kind of forum is to begin with."""

from django.utils.translation import gettext_lazy as _

from core import forms
from forums.forms.rules import RulesForm


class FirstRulesForm(RulesForm):
    """The same questions as members answer for their own forum. `seen` is the version that was read."""

    reason = forms.CharField(
        label=_("Why should new forums begin like this?"),
        help_text=_("The reason stands with the rules, for everybody."),
        widget=forms.Textarea,
        max_length=5000,
    )
    seen = forms.IntegerField(required=False, min_value=0, max_value=32_767, widget=forms.HiddenInput)
