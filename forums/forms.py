from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.models import Level, Person
from core import forms, now
from forums.models import Activity, Forum, Membership
from forums.states import ActivityKind, ForumKind, ForumState, Stance
from places.models import Area

# Addresses that the app's own pages take.
TAKEN = {"new", "threads", "posts", "activities", "mandates"}


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
        slug = slugify(title)[:80]
        if not slug or slug in TAKEN or Forum.objects.filter(slug=slug).exists():
            raise ValidationError(_("Another forum has this name, or it cannot make an address. Choose another one."))
        return title


class StateForm(forms.Form):
    state = forms.ChoiceField(label=_("What becomes of it?"), choices=ForumState.choices)


class ThreadForm(forms.Form):
    title = forms.CharField(
        label=_("What do you want to talk about?"),
        help_text=_("One sentence, as you would say it to a neighbour."),
        min_length=5,
        max_length=200,
    )
    opening = forms.CharField(
        label=_("How would you begin?"),
        help_text=_("Say what you know and what you want to hear from others. You can use Markdown."),
        widget=forms.Textarea,
        required=False,
        max_length=10000,
    )
    activity = forms.ModelChoiceField(label=_("Part of"), queryset=Activity.objects.none(), required=False)

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        debates = Activity.objects.filter(forum=forum, kind=ActivityKind.DEBATE).open(now()).order_by("opens_at")
        self.fields["activity"].queryset = debates  # type: ignore[attr-defined]


class PostForm(forms.Form):
    """The words of a post, to put them right."""

    body = forms.CharField(
        label=_("What do you say?"),
        help_text=_("What you write is public, under the name in your profile. You can use Markdown."),
        widget=forms.Textarea,
        max_length=10000,
        error_messages={"required": _("Write something first.")},
    )


class ReplyForm(PostForm):
    stance = forms.ChoiceField(
        label=_("Which side do you speak for?"),
        choices=Stance.choices,
        widget=forms.RadioSelect,
        initial=Stance.NEUTRAL,
        required=False,
    )
    parent = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_stance(self) -> str:
        return self.cleaned_data["stance"] or Stance.NEUTRAL


class ConclusionsForm(forms.Form):
    conclusions = forms.CharField(
        label=_("What came of it?"),
        help_text=_(
            "What people agreed on, what stayed open, and what happens next. Everybody who wrote here is told."
        ),
        widget=forms.Textarea,
        min_length=20,
        max_length=10000,
    )


class ActivityForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=ActivityKind.choices, widget=forms.RadioSelect)
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
        label=_("How many supports put a proposal to the members?"), min_value=0, max_value=1_000_000, required=False
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

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["threshold"] = data.get("threshold") or 0
        if data.get("kind") == ActivityKind.PROPOSALS and "threshold" not in self.errors and data["threshold"] < 1:
            self.add_error("threshold", _("Say how many supports a proposal needs before the members vote on it."))
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("An activity ends after it begins."))
        return data


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
