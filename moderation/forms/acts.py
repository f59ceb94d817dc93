"""What acts of moderation ask for."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from moderation.models import Decision, LadderStep, Reason, Template

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
    reason = ReasonField(label=_("The reason, unless you keep it or show it again"), required=False)
    text = forms.CharField(
        label=_("What is left of it, if you take words out"),
        help_text=_("What was there is kept, for the author and for whoever decides on an appeal."),
        widget=forms.Textarea,
        required=False,
        max_length=20000,
    )
    hold_back = forms.BooleanField(
        label=_("Keep it out of sight until the author has found other words"), required=False
    )
    statement = forms.CharField(
        label=_("To the author"),
        help_text=_("Say which words, and which rule. The author reads this and can appeal to a second person."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )

    def __init__(
        self,
        *args: Any,
        hidden: bool,
        held: bool = False,
        rewords: bool = False,
        names: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        shown = [(Outcome.HIDE, _("Hide it")), (Outcome.KEEP, _("Keep it as it is"))]
        if rewords and not hidden:
            shown += [
                (Outcome.EDIT, _("Take words out of it")),
                (Outcome.REPHRASE, _("Ask the author to say it in other words")),
            ]
        else:
            del self.fields["text"], self.fields["hold_back"]
        again = [(Outcome.RESTORE, _("Show it again"))]
        both = [(Outcome.HIDE, _("It stays hidden, for a reason")), *again]
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]
            (code, (names or {}).get(str(code), label))
            for code, label in (both if held else again if hidden else shown)
        ]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        outcome = data.get("outcome")
        if outcome in (Outcome.HIDE, Outcome.EDIT, Outcome.REPHRASE) and not data.get("reason"):
            self.add_error("reason", _("Choose the reason. It stands where everybody sees it."))
        if outcome == Outcome.EDIT and not data.get("text"):
            self.add_error("text", _("Leave something of it. To take out everything, hide it."))
        if outcome and outcome != Outcome.KEEP and not data.get("statement"):
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

    def __init__(self, *args: Any, step: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if step:
            self.fields["text"].label = _("Why should this step be undone?")
            self.fields["text"].help_text = _("A second person reads this, and what was hidden.")


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

    def __init__(self, *args: Any, edited: bool = False, names: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if names:
            given: Any = self.fields["outcome"]
            given.choices = [(code, names.get(str(code), label)) for code, label in given.choices]
        if edited:
            choices = [
                (Outcome.RESTORE, _("Put the first words back")),
                (Outcome.HIDE, _("It stays as it was changed")),
            ]
            self.fields["outcome"].choices = choices  # type: ignore[attr-defined]


class RephraseForm(forms.Form):
    text = forms.CharField(
        label=_("In other words"),
        help_text=_("This takes the place of what you wrote. The moderators look at it again."),
        widget=forms.Textarea,
        max_length=20000,
    )


class ReasonForm(forms.Form):
    title = forms.CharField(label=_("Title"), help_text=_("It stands in the place of what is hidden."), max_length=120)
    explanation = forms.CharField(
        label=_("What it means"), help_text=_("In plain words, for everybody."), widget=forms.Textarea, max_length=2000
    )
    active = forms.BooleanField(label=_("It can be chosen"), required=False, initial=True)


class TemplateForm(forms.Form):
    use = forms.ChoiceField(
        label=_("What is it for?"),
        choices=Template.Use.choices,
        initial=Template.Use.DECISION,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is for.")},
    )
    title = forms.CharField(label=_("Name of the text"), max_length=80)
    text = forms.CharField(label=_("To the author, or to the person"), widget=forms.Textarea, max_length=4000)
    active = forms.BooleanField(label=_("It can be chosen"), required=False, initial=True)


class TemplateOfReasonForm(TemplateForm):
    """Where no page says for which reason it is."""

    reason = ReasonField(label=_("For which reason?"), error_messages={"required": _("Choose the reason.")})


class InterestForm(forms.Form):
    scope = forms.ChoiceField(
        label=_("From what do you stand aside?"),
        choices=[
            ("this", _("From this alone")),
            ("around", _("From this and from everything in the same conversation or proposal")),
            ("author", _("From this and from everything that the same person writes")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose from what you stand aside.")},
    )


class EscalateForm(forms.Form):
    statement = forms.CharField(
        label=_("To the author"),
        help_text=_("Say which words may be against the law. The author reads this and can appeal."),
        widget=forms.Textarea,
        max_length=4000,
    )


class BlockForm(forms.Form):
    reason = ReasonField(label=_("Why?"), error_messages={"required": _("Choose the reason.")})
    statement = forms.CharField(
        label=_("To the person"),
        help_text=_("They read this when they try to sign in, and can appeal to another person."),
        widget=forms.Textarea,
        min_length=10,
        max_length=4000,
    )
    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Leave it empty for a block without end."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    hides = forms.BooleanField(label=_("Hide everything they wrote"), required=False)


class StepForm(forms.Form):
    step = forms.ModelChoiceField(
        label=_("Which step?"),
        queryset=LadderStep.objects.active(),
        widget=forms.RadioSelect,
        empty_label=None,
        blank=True,
        error_messages={"required": _("Choose the step.")},
    )
    reason = ReasonField(label=_("Why?"), error_messages={"required": _("Choose the reason.")})
    statement = forms.CharField(
        label=_("To the author"),
        help_text=_("Say what has to change. They read this and can appeal to another person."),
        widget=forms.Textarea,
        min_length=10,
        max_length=4000,
    )

    def __init__(self, *args: Any, steps: Sequence[tuple[LadderStep, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["step"]
        field.choices = [(step.pk, step.words) for step, _number in steps]
