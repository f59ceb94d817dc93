"""A forum and its people."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.models import Person, StakeholderKind
from core import forms
from forums.models import Forum, Membership
from forums.queries.places import KINDS
from forums.states import ForumKind, ForumState
from places.models import Area

# Addresses that the app's own pages take.
TAKEN = {"new", "requests", "first-rules", "endings", "pre-election", "threads", "posts", "activities", "mandates"}


class ForumWordsForm(forms.Form):
    """What can be changed later."""

    title = forms.CharField(label=_("What is the forum called?"), max_length=120)
    purpose = forms.CharField(
        label=_("What is it for?"),
        help_text=_("Say what people talk about here, and where its results go. You can use Markdown."),
        widget=forms.Textarea,
        max_length=10000,
    )
    areas = forms.ModelMultipleChoiceField(
        label=_("Which areas?"),
        help_text=_("Choose none for a forum of the whole city."),
        queryset=Area.objects.for_list(),
        required=False,
    )
    topics = forms.CharField(
        label=_("Topics, separated by commas"),
        help_text=_("They suggest the committee that its results go to."),
        required=False,
        max_length=400,
    )

    def clean_topics(self) -> list[str]:
        return [topic.strip() for topic in self.cleaned_data["topics"].split(",") if topic.strip()]


class ForumForm(ForumWordsForm):
    kind = forms.ChoiceField(label=_("What kind of forum is it?"), choices=ForumKind.choices, widget=forms.RadioSelect)
    code = forms.RegexField(
        r"^[A-Za-z][A-Za-z0-9]{1,7}$",
        label=_("Code"),
        help_text=_(
            "Two to eight letters and digits. It begins the references of its proposals, such as ASC-2026-0148."
        ),
        error_messages={"invalid": _("Give two to eight letters and digits, a letter first.")},
    )

    field_order = ("kind", "title", "code", "purpose", "areas", "topics")

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].upper()
        if Forum.objects.filter(code=code).exists():
            raise ValidationError(_("Another forum has this code. Choose another one."))
        return code

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if not free_title(slugify(title)[:80]):
            raise ValidationError(_("Another forum has this name, or it cannot make an address. Choose another one."))
        return title


class JoinForm(forms.Form):
    """As whom one joins; in a youth forum, that one is young enough."""

    kind = forms.ChoiceField(
        label=_("As whom do you join?"),
        choices=[(str(kind), kind.label) for kind in KINDS],
        widget=forms.RadioSelect,
        initial=StakeholderKind.RESIDENT,
        required=False,
    )
    of_age = forms.BooleanField(
        label=_("I am between 11 and 19 years old"),
        required=False,
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if forum.kind == ForumKind.YOUTH:
            self.fields["of_age"].required = True
            self.fields["of_age"].error_messages["required"] = _("Youth forums are for people from 11 to 19.")
        else:
            del self.fields["of_age"]

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or StakeholderKind.RESIDENT


class StateForm(forms.Form):
    state = forms.ChoiceField(label=_("What becomes of it?"), choices=ForumState.choices)


class FacilitatorForm(forms.Form):
    email = forms.EmailField(label=_("The e-mail address they sign in with"))

    def clean_email(self) -> Person:
        """The person behind the address."""
        person = Person.objects.here().filter(user__email__iexact=self.cleaned_data["email"]).first()
        if person is None:
            raise ValidationError(_("Nobody signs in with this address."))
        return person


class MandateForm(forms.Form):
    person = forms.ModelChoiceField(label=_("Who speaks for the forum?"), queryset=Person.objects.none())
    text = forms.CharField(label=_("With which words, and on what?"), widget=forms.Textarea, max_length=4000)
    since = forms.DateField(
        label=_("From which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Until which day?"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inside = Membership.objects.current().filter(forum=forum).values("person_id")
        self.fields["person"].queryset = Person.objects.filter(pk__in=inside).order_by("name")  # type: ignore[attr-defined]


class FilterForm(forms.Form):
    """What the list of forums is narrowed by."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("any")), *ForumKind.choices], required=False)
    area = forms.ModelChoiceField(
        label=_("Area"), queryset=Area.objects.for_list(), required=False, empty_label=_("any"), to_field_name="slug"
    )


def free_title(slug: str) -> bool:
    """Whether a forum can have this as its address."""
    return bool(slug) and slug not in TAKEN and not Forum.objects.filter(slug=slug).exists()
