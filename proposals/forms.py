"""What people fill in. Lengths are the form's business, not the table's: what other platforms hold comes in as it is."""

from datetime import datetime, time, timedelta
from typing import Any

from django.urls import reverse_lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core import forms, today
from core.clock import LONDON
from forums.models import Activity
from places.models import Area
from proposals.models import Proposal, RemitCheck, RemitReason
from proposals.queries.issues import key_at
from proposals.queries.similar import raised_elsewhere
from proposals.states import Type

TITLE = (15, 150)
BODY = (100, 10_000)
ASSETS = 2_000


class ProposalForm(forms.Form):
    """A proposal, ready to be previewed. Not `strict`, it takes what there is, as a draft to go on with later."""

    title = forms.CharField(
        label=_("What do you ask for?"),
        help_text=format_lazy(_("One sentence, as you would say it to a neighbour: {} to {} letters."), *TITLE),
        min_length=TITLE[0],
        max_length=TITLE[1],
        widget=forms.TextInput(
            attrs={
                "hx-get": reverse_lazy("proposals:similar"),
                "hx-trigger": "input changed delay:400ms",
                "hx-target": "#similar",
                "aria-describedby": "similar",
            }
        ),
    )
    body = forms.CharField(
        label=_("Why, and what should be done?"),
        help_text=format_lazy(
            _("Say who is affected, what happens now, and what you want instead: {} to {} letters."), BODY[0], "10,000"
        ),
        min_length=BODY[0],
        max_length=BODY[1],
        widget=forms.Textarea,
    )
    assets = forms.CharField(
        label=_("What do we already have?"),
        help_text=_("People, places, skills, money or groups that could help. It makes a proposal stronger."),
        max_length=ASSETS,
        required=False,
        widget=forms.Textarea,
    )
    type = forms.ChoiceField(
        label=_("What kind of thing is it?"),
        choices=[
            (Type.POLICY, _("Strategic policy: how the council decides, or what it decides for the whole city")),
            (Type.SERVICE, _("Local service: how something is done here")),
            (Type.VOLUNTARY, _("Voluntary action: something we do ourselves")),
        ],
        initial=Type.SERVICE,
        widget=forms.RadioSelect,
    )
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    area = forms.ModelChoiceField(
        label=_("Where?"),
        queryset=Area.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label=_("The whole city"),
    )

    def __init__(self, *args: Any, activity: Activity, strict: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.for_list().filter(pk__in=activity.forum.areas.values("pk"))
        self.fields["area"].queryset = areas if areas.exists() else Area.objects.for_list().wards()  # type: ignore[attr-defined]
        topics = [(topic, topic) for topic in activity.forum.topics]
        if topics:
            self.fields["topic"].choices = [("", _("None of these")), *topics]  # type: ignore[attr-defined]
        else:
            del self.fields["topic"]
        if not strict:
            self._be_lenient()

    def words(self) -> dict[str, Any]:
        """The arguments of `save_draft`."""
        words = {"topic": "", **self.cleaned_data}
        words["kind"] = words.pop("type")
        return words

    def _be_lenient(self) -> None:
        for name in ("title", "body"):
            field = self.fields[name]
            field.required = name == "title"
            field.validators = [one for one in field.validators if getattr(one, "code", "") != "min_length"]


class EditForm(forms.Form):
    """The words of a proposal that is already before the public."""

    title = forms.CharField(label=_("What do you ask for?"), min_length=TITLE[0], max_length=TITLE[1])
    body = forms.CharField(
        label=_("Why, and what should be done?"), min_length=BODY[0], max_length=BODY[1], widget=forms.Textarea
    )
    assets = forms.CharField(
        label=_("What do we already have?"), max_length=ASSETS, required=False, widget=forms.Textarea
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you withdraw it?"),
        help_text=_("Those who supported it are told, and read this on its page."),
        min_length=10,
        max_length=1_000,
        widget=forms.Textarea,
    )


class CheckForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Is this the forum's business?"),
        choices=[
            (RemitCheck.Outcome.IN_REMIT, _("Yes: it goes on gathering supports")),
            (RemitCheck.Outcome.REFUSED, _("No: refuse it, with the reason")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.ModelChoiceField(
        label=_("Reason, if you refuse it"), queryset=RemitReason.objects.none(), required=False, to_field_name="code",
        empty_label=_("Choose a reason"),
    )  # fmt: skip
    statement = forms.CharField(
        label=_("In your own words, if you refuse it"),
        help_text=_("Everybody reads this. Say what the author can do instead."),
        required=False,
        max_length=4_000,
        widget=forms.Textarea,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].asked_when = self.fields["statement"].asked_when = "refused"  # type: ignore[attr-defined]
        self.fields["reason"].queryset = RemitReason.objects.filter(active=True).order_by("title")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("outcome") == RemitCheck.Outcome.REFUSED:
            if not found.get("reason") and "reason" not in self.errors:
                self.add_error("reason", _("Choose the reason for the refusal."))
            if not found.get("statement") and "statement" not in self.errors:
                self.add_error("statement", _("Say why in your own words."))
        else:
            found["reason"] = None
        return found


class AdoptionForm(forms.Form):
    closes_on = forms.DateField(
        label=_("Last day to vote"),
        help_text=_("Voting closes at the end of this day, and nobody can close it earlier."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_closes_on(self) -> Any:
        day = self.cleaned_data["closes_on"]
        if day <= today():
            raise forms.ValidationError(_("Give the members at least until tomorrow."))
        if day > today() + timedelta(days=120):
            raise forms.ValidationError(_("That is more than four months away. Choose an earlier day."))
        return day

    @property
    def closes_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["closes_on"], time(23, 59), LONDON)


class Alike(forms.ModelMultipleChoiceField):
    """Proposals of other forums, named with their forum."""

    def label_from_instance(self, proposal: Any) -> str:
        return f"{proposal.title} ({proposal.forum.title})"


class IssueForm(forms.Form):
    """What several forums raise: a title, and what of other forums belongs to it."""

    title = forms.CharField(label=_("What do these forums have in common?"), min_length=10, max_length=120)
    summary = forms.CharField(
        label=_("In a few sentences"), help_text=_("Say what is alike, and where they differ."), max_length=2_000,
        required=False, widget=forms.Textarea,
    )  # fmt: skip
    others = Alike(
        label=_("Which proposals of other forums belong to it?"),
        help_text=_("Their facilitators are asked, and decide for their own forum."),
        queryset=Proposal.objects.none(), to_field_name="reference", widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, proposal: Proposal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Proposal.objects.shown().select_related("forum")
        if proposal is not None:
            near = [one.pk for one in raised_elsewhere(proposal.title, forum_id=proposal.forum_id)]
            rows = rows.filter(pk__in=near)
        self.fields["others"].queryset = rows  # type: ignore[attr-defined]


class PartForm(forms.Form):
    address = forms.CharField(
        label=_("Address of the proposal or conversation"),
        help_text=_("Copy it from the page, or give the reference of a proposal."), max_length=300,
    )  # fmt: skip

    def clean_address(self) -> tuple[str, int]:
        key = key_at(self.cleaned_data["address"])
        if key is None:
            raise forms.ValidationError(_("This is no address of a proposal or a conversation here."))
        return key


class AnswerPartForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Is your forum in it?"),
        choices=[("in", _("Yes: it is our issue too")), ("out", _("No: our forum stays out"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Shown on the page of the shared issue."),
        max_length=300,
        required=False,
    )


class CloseIssueForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it closed?"), help_text=_("Published on its page."), min_length=5, max_length=300
    )


class InvitePairForm(forms.Form):
    reason = forms.CharField(
        label=_("Why may they be one?"),
        help_text=_("Both authors read it. Each decides for their own."),
        min_length=10,
        max_length=1_000,
        widget=forms.Textarea,
    )
