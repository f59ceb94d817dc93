"""What is said in a forum."""

from typing import Any

from django.utils.translation import get_language, gettext_lazy as _

from core import forms, now
from forums import languages
from forums.forms.periods import PeriodForm
from forums.mentions import mentions_in, numbered
from forums.models import Activity, Forum, Thread
from forums.states import ActivityKind, EvidenceKind, Stance


class ThreadForm(PeriodForm):
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
    sure = forms.BooleanField(label=_("Publish it all the same"), required=False)

    field_order = ("title", "opening", "activity", "opens_at", "closes_at")

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        debates = Activity.objects.filter(forum=forum, kind=ActivityKind.DEBATE).open(now()).order_by("opens_at")
        self.fields["activity"].queryset = debates  # type: ignore[attr-defined]


class PostForm(forms.Form):
    """The words of a post, to put them right."""

    body = forms.CharField(
        label=_("What do you say?"),
        help_text=_(
            "What you write is public, under the name in your profile. You can use Markdown, and name somebody who takes part: @Ada Obi."
        ),
        widget=forms.Textarea,
        max_length=10000,
        error_messages={"required": _("Write something first.")},
    )

    def __init__(self, *args: Any, thread: Thread | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._thread = thread

    def clean_body(self) -> str:
        """Whom it names is clear, where the thread is known."""
        body: str = self.cleaned_data["body"]
        unclear = [one for one in mentions_in(body, self._thread) if not one.is_clear] if self._thread else []
        for one in unclear:
            ways = numbered(one, self._thread) if self._thread else []
            sentence = _(
                "More than one person here is called %(name)s. Say who is meant by one of their posts: %(ways)s."
            )
            self.add_error("body", sentence % {"name": one.text, "ways": ", ".join(ways) or "—"})
        return body


class ReplyForm(PostForm):
    """What somebody says, for which side, what it offers, and in which language."""

    stance = forms.ChoiceField(
        label=_("Which side do you speak for?"),
        choices=Stance.choices,
        widget=forms.RadioSelect,
        initial=Stance.NEUTRAL,
        required=False,
    )
    evidence = forms.ChoiceField(
        label=_("What do you offer?"),
        help_text=_("A correction puts right the post that you reply to, and is shown beside it."),
        choices=[("", _("none of these")), *EvidenceKind.choices],
        required=False,
    )
    link = forms.URLField(
        label=_("Where can your source be read?"),
        help_text=_("Its address, beginning with https://."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    language = forms.ChoiceField(label=_("In which language do you write?"), choices=languages.CHOICES, required=False)
    parent = forms.IntegerField(widget=forms.HiddenInput, required=False)
    protected = forms.BooleanField(label=_("Speak as a protected service worker"), required=False)
    sure = forms.BooleanField(label=_("Publish it all the same"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = languages.base_of(get_language() or "en")

    def clean_stance(self) -> str:
        return self.cleaned_data["stance"] or Stance.NEUTRAL

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or languages.base_of(get_language() or "en")

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        evidence = data.get("evidence")
        if evidence == EvidenceKind.SOURCE and not data.get("link") and "link" not in self.errors:
            self.add_error("link", _("Give the address where your source can be read."))
        if evidence == EvidenceKind.CORRECTION and not data.get("parent"):
            self.add_error("evidence", _("A correction answers the post that it puts right. Reply to that post."))
        return data


class VoteForm(forms.Form):
    """1, -1, or 0 to take a vote back."""

    value = forms.TypedChoiceField(label=_("Is it useful?"), choices=[(1, 1), (-1, -1), (0, 0)], coerce=int)


class PlaceForm(forms.Form):
    """Up to which post somebody has read."""

    upto = forms.IntegerField(label=_("The newest post that you have seen"), min_value=1, max_value=2**53)


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
