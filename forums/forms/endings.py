"""Let a forum rest, or put its end to its members."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from forums.models import Forum
from forums.states import EndingKind


class PauseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does the forum rest?"),
        help_text=_("The reason stands on its page. Meetings whose agenda is not out are cancelled with it."),
        widget=forms.Textarea,
        max_length=2000,
    )
    until = forms.DateField(
        label=_("On which day does it go on?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class EndingForm(forms.Form):
    kind = forms.ChoiceField(label=_("What do you propose?"), choices=EndingKind.choices, widget=forms.RadioSelect)
    into = forms.ModelChoiceField(
        label=_("Into which forum, if it merges?"),
        queryset=Forum.objects.active().order_by("sort_key"),
        to_field_name="slug",
        required=False,
    )
    reason = forms.CharField(label=_("Why?"), widget=forms.Textarea, max_length=5000)

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Forum.objects.active().exclude(pk=forum.pk).order_by("sort_key")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("kind") == EndingKind.MERGE and not data.get("into") and "into" not in self.errors:
            self.add_error("into", _("Choose another forum that is active."))
        return data
