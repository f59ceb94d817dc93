"""What people fill in to come, and facilitators to say how many can."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from meetings.models import Gathering, Question
from meetings.states import Mode, Way

MOST_QUESTIONS = 3


class PlacesForm(forms.Form):
    size = forms.IntegerField(
        label=_("How many places are there for everybody?"),
        help_text=_("Leave it empty where there is no limit."),
        required=False,
        min_value=1,
        max_value=20_000,
    )
    service_user = forms.IntegerField(
        label=_("Places reserved for service users"),
        help_text=_("On top of the places for everybody."),
        required=False,
        min_value=0,
        max_value=2_000,
    )
    service_worker = forms.IntegerField(
        label=_("Places reserved for service workers"), required=False, min_value=0, max_value=2_000
    )

    def __init__(self, *args: Any, asks: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks = asks
        for number in range(1, MOST_QUESTIONS + 1) if asks else ():
            self.fields[f"question_{number}"] = forms.CharField(
                label=_("A question for those who register") if number == 1 else _("Another question"),
                help_text=_("Such as “Which topic matters most to you?”. Only you read the answers.")
                if number == 1
                else "",
                required=False,
                max_length=200,
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("size") and (found.get("service_user") or found.get("service_worker")):
            self.add_error("size", _("Where places are reserved, say how many there are for everybody."))
        return found

    def offer(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        questions = [data[f"question_{number}"] for number in range(1, MOST_QUESTIONS + 1)] if self.asks else None
        reserved = {kind: data[kind] or 0 for kind in ("service_user", "service_worker")}
        return {"size": data["size"], "reserved": reserved, "questions": questions}


class RegistrationForm(forms.Form):
    def __init__(self, *args: Any, gathering: Gathering, questions: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if gathering.mode == Mode.HYBRID:
            self.fields["way"] = forms.ChoiceField(
                label=_("How do you come?"), choices=Way.choices, widget=forms.RadioSelect
            )
        for question in questions:
            self.fields[f"question_{question.pk}"] = forms.CharField(
                label=question.text, required=False, max_length=500
            )
        self.fields["needs"] = forms.CharField(
            label=_("Is there anything you need to get in and take part?"),
            help_text=_("Only those who run the meeting read it, and it is deleted afterwards."),
            widget=forms.Textarea,
            required=False,
            max_length=1000,
        )

    def asked(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        answers = {
            int(name.removeprefix("question_")): text for name, text in data.items() if name.startswith("question_")
        }
        return {"way": data.get("way") or Way.IN_PERSON, "needs": data["needs"], "answers": answers}
