"""Answers, promises, reports, and what those who asked say of a delivery."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from committees.forms import fields
from committees.models import Claim, Judgement
from committees.queries.wording import substance
from committees.states import Answer, CommitmentState
from core import forms, today

PROMISE = ("text", "measure", "owner", "due")
ANSWERS = (
    (Answer.ACCEPT, _("Accept it")),
    (Answer.PART, _("Accept part of it")),
    (Answer.REJECT, _("Reject it")),
)


class AnswerForm(forms.Form):
    """Accept, in part or reject; with a reason, and where it says yes with a promise. There is no “noted”."""

    answer = forms.ChoiceField(label=_("What is your answer?"), choices=ANSWERS, widget=forms.RadioSelect)
    reason = fields.text(
        _("Your reason"), _("“Noted” is not an answer: say why, so that those who asked can understand it.")
    )
    text = fields.text(_("What will be done?"), required=False, limit=4000)
    measure = forms.CharField(
        label=_("How will everybody see that it was done?"),
        max_length=300,
        required=False,
        help_text=_("A figure, a document, a date."),
    )
    owner = forms.CharField(
        label=_("Which post does it?"), max_length=160, required=False, help_text=_("A post, not a person's name.")
    )
    due = fields.day(_("By when?"), required=False)

    promise_needed = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PROMISE:
            self.fields[name].asked_when = "yes"  # type: ignore[attr-defined]

    @property
    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The answer, and apart from it the promise that a yes needs."""
        promise = [self[name] for name in PROMISE if name in self.fields]
        answer = [self[name] for name in self.fields if name not in PROMISE]
        return [("", answer), (_("Your promise, unless you reject it"), promise)] if promise else [("", answer)]

    def clean_reason(self) -> str:
        reason = str(self.cleaned_data["reason"])
        verdict = substance(reason)
        if not verdict:
            raise forms.ValidationError(verdict.reason, code="empty")
        return reason

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.promise_needed and data.get("answer") in {Answer.ACCEPT, Answer.PART}:
            for name in PROMISE:
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("To say yes is to promise something: fill this in."))
            if data.get("due") and data["due"] <= today():
                self.add_error("due", _("The day must lie ahead."))
        return data

    @property
    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        promise = {name: data.get(name) for name in PROMISE}
        yes = data["answer"] != Answer.REJECT
        return {"answer": data["answer"], "reason": data["reason"], "commitment": promise if yes else None}


class CorrectForm(AnswerForm):
    why = fields.text(
        _("What was wrong with the answer?"), _("The older words stay beside the new ones."), limit=2000, rows=3
    )

    def __init__(self, *args: Any, promised: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.promise_needed = not promised
        if promised:
            for name in PROMISE:
                del self.fields[name]

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"why": self.cleaned_data["why"]}


class ProgressForm(forms.Form):
    state = forms.ChoiceField(
        label=_("How does it go?"),
        choices=[(one.value, one.label) for one in (CommitmentState.ON_TRACK, CommitmentState.AT_RISK)],
        widget=forms.RadioSelect,
    )
    text = fields.text(_("What was done since the last report?"), limit=4000)
    due = fields.day(
        _("If the day moves: until when?"), _("The first day stays beside it for everybody to see."), required=False
    )


class ClaimForm(forms.Form):
    evidence = fields.text(
        _("What was done, and where can everybody see it?"),
        _("Links, figures, documents. Those who asked judge by this."),
        rows=8,
    )


class JudgeForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Was it delivered?"), choices=Judgement.Verdict.choices, widget=forms.RadioSelect
    )
    reason = fields.text(
        _("In your words"),
        _("If it was not delivered, say what is missing. Your words are shown to everybody; your name is not."),
        required=False,
        limit=2000,
        rows=4,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verdict") == Judgement.Verdict.DISPUTE and not (data.get("reason") or "").strip():
            self.add_error("reason", _("Say what is missing: the committee will work from your words."))
        return data


class DisputeForm(forms.Form):
    late_reason = fields.late_reason()

    field_order = ("meeting", "late_reason")

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = fields.meeting(claim.commitment.recommendation.body)
        self.order_fields(self.field_order)
