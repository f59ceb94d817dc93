"""Processes and their phases."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import forms
from forums.forms.periods import moment_field
from forums.models import Forum
from forums.policies import may_be_called
from forums.states import Involvement
from places.models import Area
from search.queries import record_at


class ProcessForm(forms.Form):
    forum = forms.ModelChoiceField(
        label=_("Which forum runs it?"), queryset=Forum.objects.active(), required=False, to_field_name="slug"
    )
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    purpose = forms.CharField(
        label=_("What is to come of it?"),
        help_text=_("What is decided, by whom, and what people can change. You can use Markdown."),
        widget=forms.Textarea,
        max_length=10000,
    )
    involvement = forms.ChoiceField(
        label=_("How much say do people have?"), choices=Involvement.choices, widget=forms.RadioSelect
    )
    design_by = forms.CharField(label=_("Who takes part in the design?"), max_length=300, required=False)
    decision_by = forms.CharField(label=_("Who takes part in the decision?"), max_length=300, required=False)
    evaluation_by = forms.CharField(label=_("Who takes part in the evaluation?"), max_length=300, required=False)
    areas = forms.ModelMultipleChoiceField(
        label=_("Which areas?"),
        help_text=_("Choose none for the whole city."),
        queryset=Area.objects.for_list(),
        required=False,
    )
    topics = forms.CharField(label=_("Topics, separated by commas"), required=False, max_length=400)
    group = forms.CharField(
        label=_("Group"),
        help_text=_("Processes of one name stand together, such as a yearly budget."),
        max_length=80,
        required=False,
    )
    promoted = forms.BooleanField(label=_("Put it before the others"), required=False)
    related = forms.CharField(
        label=_("What belongs with it?"),
        help_text=_("One address a line: of a proposal, a forum, a conversation, an output."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )

    sure = forms.BooleanField(label=_("Save it all the same"), required=False)

    def clean_topics(self) -> list[str]:
        return [topic.strip() for topic in self.cleaned_data["topics"].split(",") if topic.strip()]

    def clean_related(self) -> list[tuple[str, int]]:
        """The keys of the records at these addresses."""
        found = []
        for address in self.cleaned_data["related"].split():
            key = record_at(address)
            if key is None:
                raise ValidationError(_("There is no public record at %(address)s."), params={"address": address})
            found.append(key)
        return found

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        named = {name: data.get(name, "") for name in ("design_by", "decision_by", "evaluation_by")}
        if not (verdict := may_be_called(data.get("involvement", ""), **named)):
            self.add_error("involvement", verdict.reason)
        return data


class ProcessWordsForm(ProcessForm):
    """What can be changed later."""

    forum = None  # type: ignore[assignment]  # Django's way to leave a field out


class PhaseForm(forms.Form):
    title = forms.CharField(label=_("What is the phase called?"), max_length=120)
    happens = forms.CharField(label=_("What happens in it?"), widget=forms.Textarea, required=False, max_length=4000)
    starts_at = moment_field(_("From when?"), _("London time."), required=True)
    ends_at = moment_field(_("Until when?"), _("Leave it empty for until further notice."))
    call_label = forms.CharField(
        label=_("What can people do?"), help_text=_("Such as: Make a proposal."), max_length=60, required=False
    )
    call_url = forms.CharField(
        label=_("Where do they do it?"),
        help_text=_("The address of a page here, beginning with a slash, or one with https."),
        max_length=300,
        required=False,
    )

    def clean_call_url(self) -> str:
        url: str = self.cleaned_data["call_url"]
        if url and not (url.startswith("https://") or (url.startswith("/") and not url.startswith(("//", "/\\")))):
            raise ValidationError(_("Give an address that begins with a slash or with https."))
        return url

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        starts, ends = data.get("starts_at"), data.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The end must come after the beginning."))
        if "call_url" not in self.errors and bool(data.get("call_label")) != bool(data.get("call_url")):
            self.add_error("call_url", _("Say both what people can do and where, or neither."))
        return data


class ProcessFilterForm(forms.Form):
    """What the list of processes is narrowed by."""

    group = forms.CharField(label=_("Group"), required=False, max_length=80)
    area = forms.ModelChoiceField(
        label=_("Area"), queryset=Area.objects.for_list(), required=False, empty_label=_("any"), to_field_name="slug"
    )
    forum = forms.ModelChoiceField(
        label=_("Forum"), queryset=Forum.objects.active(), required=False, empty_label=_("any"), to_field_name="slug"
    )
