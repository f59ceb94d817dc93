"""What a facilitator writes at a summary, and what members say to it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import forms
from forums.models import Post, Thread
from forums.states import LabelSort, ObjectionShown


class PostsField(forms.ModelMultipleChoiceField):
    """Posts of one conversation by their numbers: ticked beside what they say."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Post.objects.none(), widget=forms.CheckboxSelectMultiple, **options)


class PointForm(forms.Form):
    text = forms.CharField(
        label=_("What did people say, in one point?"),
        help_text=_("One finding, in words that both sides would recognise. You can use Markdown."),
        widget=forms.Textarea,
        min_length=5,
        max_length=2000,
    )
    posts = PostsField(
        label=_("On which posts does it rest?"),
        required=False,
        error_messages={"invalid_choice": _("Choose posts of this conversation that everybody can read.")},
    )

    def __init__(self, *args: Any, thread: Thread, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["posts"].queryset = Post.objects.filter(thread=thread).shown()  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Is it so?"),
        choices=[("agree", _("I agree with this point")), ("object", _("I object to this point"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you agree or object.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Needed if you object. The facilitators do not see who answered what."),
        widget=forms.Textarea,
        required=False,
        max_length=2000,
    )
    shown = forms.ChoiceField(
        label=_("If you object, what may others read?"),
        choices=ObjectionShown.choices,
        widget=forms.RadioSelect,
        initial=ObjectionShown.REASON,
        required=False,
    )

    def clean_shown(self) -> str:
        return self.cleaned_data["shown"] or ObjectionShown.FIGURE

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("answer") == "object" and not data.get("reason"):
            self.add_error("reason", _("Say why you object, so that the others can understand it."))
        return data


class LabelForm(forms.Form):
    sort = forms.ChoiceField(
        label=_("A group or a tag?"),
        help_text=_("A group gathers posts about one thing. A tag is a word that posts bear."),
        choices=LabelSort.choices,
        widget=forms.RadioSelect,
        initial=LabelSort.GROUP,
    )
    name = forms.CharField(label=_("What is it called?"), min_length=2, max_length=60)
    posts = PostsField(
        label=_("Which posts?"),
        error_messages={
            "required": _("Choose at least one post."),
            "invalid_choice": _("Choose posts of this conversation."),
        },
    )
    remove = forms.BooleanField(label=_("Take these posts out of it"), required=False)

    def __init__(self, *args: Any, thread: Thread, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["posts"].queryset = Post.objects.filter(thread=thread)  # type: ignore[attr-defined]
