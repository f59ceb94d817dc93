"""What a forum runs."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Level
from core import forms, now
from forums.models import Forum, Phase
from forums.states import ActivityKind
from meetings.models import Gathering

OFFERED = [
    (kind.value, kind.label)
    for kind in (
        ActivityKind.PROPOSALS,
        ActivityKind.DEBATE,
        ActivityKind.QUESTIONS,
        ActivityKind.BALLOT,
        ActivityKind.SURVEY,
        ActivityKind.MEETING,
    )
]


class ActivityForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=OFFERED, widget=forms.RadioSelect)
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    explanation = forms.CharField(
        label=_("What should people know before they take part?"),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )
    opens_at = forms.DateTimeField(
        label=_("From when?"),
        help_text=_("London time."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    closes_at = forms.DateTimeField(
        label=_("Until when?"),
        help_text=_("Leave it empty for an activity without an end."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    threshold = forms.IntegerField(
        label=_("How many supports put a proposal to the members?"),
        help_text=_("If the forum's own rules say a number, that one holds."),
        min_value=0,
        max_value=1_000_000,
        required=False,
    )
    minimum_level = forms.TypedChoiceField(
        label=_("Whose supports count?"),
        choices=Level.choices[1:],
        coerce=int,
        initial=Level.DECLARED,
    )
    months_open = forms.IntegerField(
        label=_("For how many months does a proposal gather supports?"), min_value=1, max_value=60, initial=12
    )

    phase = forms.ModelChoiceField(
        label=_("Part of which phase of a process?"),
        help_text=_("Leave it empty for an activity apart from phases."),
        queryset=Phase.objects.none(),
        required=False,
    )

    gathering = forms.ModelChoiceField(
        label=_("Which meeting?"),
        help_text=_("Only for a meeting. Set it first, then choose it here; its days are taken over."),
        queryset=Gathering.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        phases = Phase.objects.filter(process__forum=forum).order_by("starts_at", "id")
        self.fields["phase"].queryset = phases  # type: ignore[attr-defined]
        coming = Gathering.objects.filter(host_kind="forums.forum", host_id=forum.pk, ends_at__gt=now())
        self.fields["gathering"].queryset = coming.order_by("starts_at", "id")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["threshold"] = data.get("threshold") or 0
        if data.get("kind") == ActivityKind.PROPOSALS and "threshold" not in self.errors and data["threshold"] < 1:
            self.add_error("threshold", _("Say how many supports a proposal needs before the members vote on it."))
        if data.get("kind") == ActivityKind.BALLOT and not data.get("closes_at"):
            self.add_error("closes_at", _("Say until when the members can vote."))
        if data.get("kind") == ActivityKind.SURVEY and not data.get("closes_at"):
            self.add_error("closes_at", _("Say until when people can answer."))
        if data.get("kind") == ActivityKind.MEETING and not data.get("gathering"):
            self.add_error("gathering", _("Choose one of the forum's meetings."))
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("An activity ends after it begins."))
        return data
