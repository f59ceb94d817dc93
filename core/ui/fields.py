"""A form field joined to its words: the label, the hint and the error are tied to the control for those who hear the page."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

# Many controls under one question: the question is a legend, not a label.
_GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.SelectDateWidget, forms.SplitDateTimeWidget)


@dataclass(frozen=True, slots=True)
class Shown:
    """What `components/field.html` draws."""

    bound: BoundField
    control: SafeString
    kind: str  # "group", "box" (one checkbox), "line" (everything else)
    hint: Any
    hint_id: str
    error_id: str
    described_by: str

    @property
    def errors(self) -> list[str]:
        return errors_of(self.bound)

    @property
    def optional(self) -> bool:
        """Whether it may be left out in any case; a form marks a field that one of its answers asks for as `asked_when`."""
        field = self.bound.field
        return not field.required and self.kind == "line" and not getattr(field, "asked_when", False)


def shown(bound: BoundField, hint: Any = "", *, rows: int = 0, autocomplete: str = "") -> Shown:
    """`bound` with ids for its hint and its error, and a control that names both in aria-describedby."""
    widget = bound.field.widget
    kind = "group" if isinstance(widget, _GROUPS) else "box" if isinstance(widget, forms.CheckboxInput) else "line"
    words = hint or bound.help_text
    base = bound.auto_id or bound.html_name
    hint_id = f"{base}_hint" if words else ""
    error_id = f"{base}_error" if bound.errors else ""
    described_by = " ".join(filter(None, (widget.attrs.get("aria-describedby", ""), error_id, hint_id)))
    attrs: dict[str, Any] = {}
    if described_by and kind != "group":
        attrs["aria-describedby"] = described_by
    if rows:
        attrs["rows"] = rows
    if autocomplete:
        attrs["autocomplete"] = autocomplete
    return Shown(bound, bound.as_widget(attrs=attrs), kind, words, hint_id, error_id, described_by)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One line of an error summary: what is wrong and where to mend it."""

    words: str
    target: str


def troubles(*formlike: Any) -> list[Trouble]:
    """Every error of the forms, in the order in which the page asks, each with the control it belongs to."""
    found: list[Trouble] = []
    # One form may be known to a page by two names.
    for form in {id(form): form for form in formlike}.values():
        if form is None or not getattr(form, "is_bound", False):
            continue
        found += [Trouble(words, "") for words in form.non_field_errors()]
        for bound in form:
            found += [Trouble(_asked_and_wrong(bound, words), _first_control(bound)) for words in errors_of(bound)]
    return found


def errors_of(bound: BoundField) -> list[str]:
    """What is wrong with one answer, and what to do about it: Django's own words for it speak of values and characters."""
    return [words for error in bound.errors.as_data() for words in (_plainly(bound, error) or error.messages)]


def _plainly(bound: BoundField, error: ValidationError) -> list[str]:
    """Our words for the errors that every form knows, unless the field has words of its own; [] for all others."""
    limit, size = ((error.params or {}).get(name, 0) for name in ("limit_value", "show_value"))
    match error.code:
        case "min_length":
            words = ngettext(
                "Write at least %(limit)s letter; so far it has %(size)s.",
                "Write at least %(limit)s letters; so far it has %(size)s.",
                limit,
            )
        case "max_length":
            words = ngettext(
                "Take out %(over)s letter: at most %(limit)s fit.",
                "Take out %(over)s letters: at most %(limit)s fit.",
                size - limit,
            )
        case "required" if error.message == forms.Field.default_error_messages["required"]:
            return [_answer_missing(bound)]
        case _other:
            return []
    shown = {"limit": limit, "size": size, "over": size - limit}
    return [words % {name: number_format(number, force_grouping=True) for name, number in shown.items()}]


def _answer_missing(bound: BoundField) -> str:
    if isinstance(bound.field, (forms.ChoiceField, forms.ModelChoiceField)):
        return gettext("Choose one.")
    if isinstance(bound.field, forms.BooleanField):
        return gettext("Tick the box.")
    return gettext("Fill this in.")


def _asked_and_wrong(bound: BoundField, error: str) -> str:
    """The question and what is wrong with its answer: "This field is required" alone helps nobody in a list."""
    if bound.is_hidden or not bound.label:
        return error
    question = str(bound.label).rstrip(":")
    if question.endswith("?"):
        return gettext("%(question)s %(error)s") % {"question": question, "error": error}
    return gettext("%(question)s: %(error)s") % {"question": question, "error": error}


def _first_control(bound: BoundField) -> str:
    """The id of the control that a link from the summary should reach; a group's first choice has an id of its own."""
    if bound.is_hidden:
        return ""
    return (
        f"{bound.auto_id}_0"
        if isinstance(bound.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))
        else bound.id_for_label
    )
