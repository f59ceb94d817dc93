from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from forums.models import Thread
from forums.queries.steering import threads_to_move_to


class PaceForm(forms.Form):
    minutes = forms.IntegerField(
        label=_("Minutes between two posts of one person"),
        help_text=_("0 lets everybody post at any pace again."),
        min_value=0,
        max_value=1440,
        initial=10,
    )
    hours = forms.IntegerField(label=_("For how many hours"), min_value=1, max_value=720, initial=24)


class MoveForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_("To this conversation"), queryset=Thread.objects.none(), required=False, empty_label=_("A new one")
    )
    title = forms.CharField(label=_("Title of the new conversation"), required=False, max_length=200)
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("It stands in the place of what you move."),
        max_length=300,
        initial=_("It is off the subject here."),
    )

    def __init__(self, *args: Any, thread: Thread, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = threads_to_move_to(thread)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not data.get("to") and not data.get("title") and "to" not in self.errors:
            self.add_error("title", _("Choose a conversation, or write the title of a new one."))
        return data
