"""A request for a forum, and its answers."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core import forms
from forums.forms.forums import ForumWordsForm, free_title
from forums.models import Forum
from forums.states import ForumKind, RequestState


class RequestForm(ForumWordsForm):
    kind = forms.ChoiceField(label=_("What kind of forum?"), choices=ForumKind.choices, widget=forms.RadioSelect)

    field_order = ("kind", "title", "purpose", "areas", "topics")


class DecisionForm(forms.Form):
    """Yes or no with reasons; a yes needs a code, and an address that is free."""

    yes: ClassVar[str]  # The field that says it.

    code = forms.RegexField(
        r"^[A-Za-z][A-Za-z0-9]{1,7}$",
        label=_("Code of the forum, for a yes"),
        help_text=_("Two to eight letters and digits. It begins the references of its proposals."),
        required=False,
        error_messages={"invalid": _("Give two to eight letters and digits, a letter first.")},
    )
    title = forms.CharField(label=_("Another title, where the one asked for is taken"), max_length=120, required=False)

    def __init__(self, *args: Any, asked: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].upper()
        if code and Forum.objects.filter(code=code).exists():
            raise ValidationError(_("Another forum has this code. Choose another one."))
        return code

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get(self.yes):
            self._check_yes()
        return self.cleaned_data

    def _check_yes(self) -> None:
        if not self.cleaned_data.get("code") and "code" not in self.errors:
            self.add_error("code", _("Give the forum a code: it begins the references of its proposals."))
        if not free_title(slugify(self.cleaned_data.get("title") or self.asked)[:80]):
            self.add_error("title", _("Another forum has this name, or it cannot make an address. Choose another one."))


class AnswerRequestForm(DecisionForm):
    yes = "agree"

    agree = forms.TypedChoiceField(
        label=_("What does the council say?"),
        choices=[("yes", _("Yes: the forum is founded")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label=_("Why?"), help_text=_("The reasons are published."), widget=forms.Textarea, max_length=10000
    )

    field_order = ("agree", "reasons", "code", "title")


class ObjectionForm(forms.Form):
    objection = forms.CharField(
        label=_("What is wrong with the refusal?"),
        help_text=_("This is published, without your name."),
        widget=forms.Textarea,
        min_length=20,
        max_length=5000,
    )


class ReviewForm(DecisionForm):
    yes = "overturn"

    overturn = forms.TypedChoiceField(
        label=_("What does scrutiny find?"),
        choices=[("no", _("The refusal stands")), ("yes", _("The refusal is overturned: the forum is founded"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    findings = forms.CharField(
        label=_("Why?"), help_text=_("The findings are published."), widget=forms.Textarea, max_length=10000
    )

    field_order = ("overturn", "findings", "code", "title")


class RequestFilterForm(forms.Form):
    """What the list of requests is narrowed by."""

    state = forms.ChoiceField(label=_("State"), choices=[("", _("any")), *RequestState.choices], required=False)
    late = forms.BooleanField(label=_("Late answers only"), required=False)
