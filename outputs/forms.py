"""Forms parse and validate; what was typed is never lost."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _, gettext_lazy, ngettext

from ballots.models import Ballot
from core import forms, now
from forums.models import Forum
from outputs.models import Output
from outputs.queries import deciding_ballots, forums_to_join, opposable, waiting_adoptions
from outputs.states import State
from outputs.wording import SUMMARY_WORDS, word_count
from proposals.models import Adoption


class Adopted(forms.ModelMultipleChoiceField):
    def label_from_instance(self, adoption: Adoption) -> str:
        facts = {
            "reference": adoption.proposal.reference,
            "title": adoption.proposal.title,
            "yes": adoption.ballot.yes,
            "no": adoption.ballot.no,
        }
        return _("%(title)s (%(reference)s; adopted by %(yes)s to %(no)s)") % facts


class OutputForm(forms.Form):
    """The text of an output, and what it carries."""

    adoptions = Adopted(
        label=gettext_lazy("Which proposals does it send on?"),
        help_text=gettext_lazy("Those that the members adopted and no other output carries."),
        queryset=Adoption.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one proposal.")},
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200, min_length=10)
    summary = forms.CharField(
        label=gettext_lazy("Summary"),
        help_text=gettext_lazy("At most sixty words, plain enough to be read out in the council chamber."),
        widget=forms.Textarea,
        max_length=1000,
    )
    findings = forms.CharField(
        label=gettext_lazy("Findings"),
        help_text=gettext_lazy("What the forum found, and what it asks the council to do. You can use Markdown."),
        widget=forms.Textarea,
        max_length=40_000,
    )
    dissent = forms.CharField(
        label=gettext_lazy("Dissent"),
        help_text=gettext_lazy(
            "What those who disagree say, as they would say it. If nobody does, say so, and how they were asked."
        ),
        widget=forms.Textarea,
        max_length=40_000,
        error_messages={
            "required": gettext_lazy("Write what those who disagree say; or that nobody does, and how they were asked.")
        },
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, forum: Forum, output: Output | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.output = output
        self.fields["adoptions"].queryset = waiting_adoptions(forum, output)  # type: ignore[attr-defined]

    def clean_summary(self) -> str:
        summary: str = self.cleaned_data["summary"]
        over = word_count(summary) - SUMMARY_WORDS
        if over > 0:
            raise forms.ValidationError(
                ngettext(
                    "Take out %(n)d word: a summary has at most sixty.",
                    "Take out %(n)d words: a summary has at most sixty.",
                    over,
                )
                % {"n": over}
            )
        return summary

    def clean_adoptions(self) -> list[Adoption]:
        """What a reader has seen it carry is not taken out."""
        chosen = list(self.cleaned_data["adoptions"])
        if self.output is not None and self.output.is_public:
            carried = set(self.output.asks.values_list("adoption_id", flat=True))
            if not carried <= {adoption.pk for adoption in chosen}:
                raise forms.ValidationError(
                    _("This output was public with its proposals, so none of them can be taken out.")
                )
        return chosen


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why is it being rewritten?"),
        help_text=gettext_lazy("Those who commented read this on the output's page."),
        widget=forms.Textarea,
        min_length=10,
        max_length=2000,
    )


class ApprovalForm(forms.Form):
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long can the members vote?"),
        choices=[(days, gettext_lazy("%(days)d days") % {"days": days}) for days in (3, 7, 10, 14, 21, 28)],
        coerce=int,
        initial=7,
    )

    @property
    def closes_at(self) -> datetime:
        return now() + timedelta(days=self.cleaned_data["days"])


class FilterForm(forms.Form):
    forum = forms.SlugField(required=False)
    state = forms.ChoiceField(choices=[("", ""), *((s.value, s.label) for s in State)], required=False)


class Carried(forms.ModelChoiceField):
    def label_from_instance(self, ballot: Ballot) -> str:
        facts = {"question": ballot.question, "yes": ballot.yes, "no": ballot.no}
        return _("%(question)s (%(yes)s to %(no)s)") % facts


class JoinForm(forms.Form):
    """Which forum joins, and how it decided."""

    forum = forms.ModelChoiceField(
        label=gettext_lazy("Which forum joins?"),
        queryset=Forum.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    decision = forms.CharField(
        label=gettext_lazy("How and when did the forum decide this?"),
        help_text=gettext_lazy(
            "Such as: at our meeting on 3 March, 24 to 3. Everybody reads it beside the forum's name."
        ),
        widget=forms.Textarea,
        min_length=10,
        max_length=500,
    )
    ballot = Carried(
        label=gettext_lazy("In which ballot?"),
        help_text=gettext_lazy(
            "Its figures then stand beside those of the other forums. Leave it empty if there was none here."
        ),
        queryset=Ballot.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, user: Any, output: Output, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forums = forums_to_join(user, output)
        self.fields["forum"].queryset = forums  # type: ignore[attr-defined]
        self.fields["ballot"].queryset = deciding_ballots(output, forums)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        forum, ballot = data.get("forum"), data.get("ballot")
        if forum and ballot and ballot.host_id != forum.pk:
            self.add_error("ballot", _("That is a ballot of another forum."))
        return data


class Against(forms.ModelChoiceField):
    def label_from_instance(self, output: Output) -> str:
        facts = {"title": output.title, "forum": output.forum.title, "reference": output.reference}
        return _("%(title)s (%(forum)s, %(reference)s)") % facts


class OppositeForm(forms.Form):
    """Which output of another forum asks for the opposite, and in what."""

    other = Against(
        label=gettext_lazy("Which one asks for the opposite?"),
        help_text=gettext_lazy("Outputs of other forums on the same shared issue."),
        queryset=Output.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    reason = forms.CharField(
        label=gettext_lazy("In what do they ask for the opposite?"),
        help_text=gettext_lazy("Both forums and the committee read it."),
        widget=forms.Textarea,
        min_length=10,
        max_length=500,
    )

    def __init__(self, *args: Any, output: Output, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = opposable(output)  # type: ignore[attr-defined]


class EndOppositionForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why are they not opposite?"),
        help_text=gettext_lazy("Both forums read it."),
        widget=forms.Textarea,
        min_length=10,
        max_length=500,
    )
