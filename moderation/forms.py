from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from moderation.models import Decision, Reason

Outcome = Decision.Outcome


class ReasonField(forms.ModelChoiceField):
    """Reasons as a list to pick from, each with what it means."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            queryset=Reason.objects.active(),
            widget=forms.RadioSelect,
            empty_label=None,
            to_field_name="code",
            blank=True,
            **options,
        )

    def label_from_instance(self, reason: Any) -> str:
        return f"{reason.title}: {reason.explanation}" if reason.explanation else reason.title


class FlagForm(forms.Form):
    reason = ReasonField(label=_("What is wrong with it?"), error_messages={"required": _("Choose what is wrong.")})
    note = forms.CharField(
        label=_("Anything the moderators should know"),
        help_text=_("Only they read this."),
        widget=forms.Textarea,
        required=False,
        max_length=2000,
    )


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Your decision"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decide.")},
    )
    reason = ReasonField(label=_("The reason, if you hide it"), required=False)
    statement = forms.CharField(
        label=_("To the author"),
        help_text=_("Say which words, and which rule. The author reads this and can appeal to a second person."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )

    def __init__(self, *args: Any, hidden: bool, held: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [(Outcome.HIDE, _("Hide it")), (Outcome.KEEP, _("Keep it as it is"))]
        again = [(Outcome.RESTORE, _("Show it again"))]
        both = [(Outcome.HIDE, _("It stays hidden, for a reason")), *again]
        self.fields["outcome"].choices = both if held else again if hidden else shown  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        outcome = data.get("outcome")
        if outcome == Outcome.HIDE and not data.get("reason"):
            self.add_error("reason", _("Choose the reason. It stands in the place of what you hide."))
        if outcome in (Outcome.HIDE, Outcome.RESTORE) and not data.get("statement"):
            self.add_error("statement", _("Write to the author why."))
        return data


def chosen_outcome(code: str) -> str:
    """One of the outcomes that a button named, or "" for anything else."""
    return code if code in Outcome.values else ""


class AppealForm(forms.Form):
    text = forms.CharField(
        label=_("Why should it be shown again?"),
        help_text=_("A second person reads this and what you wrote."),
        widget=forms.Textarea,
        min_length=10,
        max_length=4000,
    )


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Your decision"),
        choices=[(Outcome.RESTORE, _("Show it again")), (Outcome.HIDE, _("It stays hidden"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decide.")},
    )
    statement = forms.CharField(
        label=_("To the author"),
        help_text=_("This is final, so answer what they wrote."),
        widget=forms.Textarea,
        max_length=4000,
    )
