"""Questions and their answers."""

from django.utils.translation import gettext_lazy as _

from core import forms


class AskForm(forms.Form):
    title = forms.CharField(
        label=_("What do you want to know?"),
        help_text=_("One question, in one sentence."),
        min_length=8,
        max_length=200,
    )
    opening = forms.CharField(
        label=_("Why do you ask?"),
        help_text=_("What you write is public, under the name in your profile. You can use Markdown."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )


class AnswerForm(forms.Form):
    body = forms.CharField(
        label=_("What is the answer?"),
        help_text=_("It is labelled with your role. You can use Markdown."),
        widget=forms.Textarea,
        min_length=2,
        max_length=10000,
    )
