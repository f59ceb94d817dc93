"""Surveys: one question for the page, and the page itself."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import forms
from forums.models import SurveyQuestion
from forums.states import SurveyKind
from forums.surveys import LONGEST, STEPS, fitting

MOST_OPTIONS = 20


class SurveyQuestionForm(forms.Form):
    text = forms.CharField(label=_("What do you ask?"), min_length=3, max_length=200)
    kind = forms.ChoiceField(label=_("How do people answer?"), choices=SurveyKind.choices, widget=forms.RadioSelect)
    options = forms.CharField(
        label=_("What can they choose?"),
        help_text=_("One in each line, two at least. Only for a choice."),
        widget=forms.Textarea,
        required=False,
        max_length=2500,
    )
    required = forms.BooleanField(label=_("Everybody must answer this one"), required=False)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        lines = [" ".join(line.split()) for line in data.get("options", "").splitlines()]
        options = data["options"] = [line for line in lines if line]
        if data.get("kind") not in SurveyKind.chosen():
            data["options"] = []
        elif not 2 <= len(options) <= MOST_OPTIONS:
            self.add_error("options", _("Write from 2 to 20 of them, one in each line."))
        elif len({option.casefold() for option in options}) < len(options):
            self.add_error("options", _("Write each of them once."))
        elif max(map(len, options)) > SurveyQuestion.LONGEST_OPTION:
            sentence = _("Each of them has %(n)s letters at most.")
            self.add_error("options", sentence % {"n": SurveyQuestion.LONGEST_OPTION})
        return data


class SurveyForm(forms.Form):
    """The whole page, from its questions. What is clean fits them."""

    def __init__(self, *args: Any, questions: Sequence[SurveyQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[question.name] = _field(question)

    def clean(self) -> dict[str, Any]:
        if self.errors:
            return self.cleaned_data
        try:
            return fitting(self.questions, self.cleaned_data)
        except ValidationError as wrong:
            self.add_error(None, wrong)
            return {}


def _none(question: SurveyQuestion) -> list[tuple[str, Any]]:
    """So that a choice can be taken back."""
    return [] if question.required else [("", _("No answer"))]


def _field(question: SurveyQuestion) -> forms.Field:
    said: dict[str, Any] = {"label": question.text, "required": question.required}
    match question.kind:
        case SurveyKind.ONE:
            choices = [*_none(question), *enumerate(question.options)]
            return forms.TypedChoiceField(
                choices=choices, coerce=int, empty_value=None, widget=forms.RadioSelect, **said
            )
        case SurveyKind.SEVERAL:
            said |= {"help_text": _("Choose as many as you like.")}
            choices = list(enumerate(question.options))
            return forms.TypedMultipleChoiceField(
                choices=choices, coerce=int, empty_value=[], widget=forms.CheckboxSelectMultiple, **said
            )
        case SurveyKind.SCALE:
            said |= {"help_text": _("1 is the least, 5 is the most.")}
            choices = [*_none(question), *((step, str(step)) for step in STEPS)]
            return forms.TypedChoiceField(
                choices=choices, coerce=int, empty_value=None, widget=forms.RadioSelect, **said
            )
        case SurveyKind.LONG:
            return forms.CharField(widget=forms.Textarea, max_length=LONGEST[SurveyKind.LONG], **said)
        case _short:
            return forms.CharField(max_length=LONGEST[SurveyKind.SHORT], **said)
