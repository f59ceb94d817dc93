"""The small pieces, built as strings because lists draw them many times: buttons, reasons, states, names, counts."""

from typing import Any

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core.ui.escaping import html_of
from core.verdicts import Verdict

# What a state tag may look like. The word in it says the state; the look only helps the eye.
TONES = ("", "open", "done", "wait", "late", "shut")


def button(
    label: Any,
    *,
    kind: str = "",
    name: str = "",
    value: str = "",
    href: str = "",
    verdict: Verdict | None = None,
    hint: Any = "",
) -> SafeString:
    """A button that submits its form, or a link that looks like one; with a refusing `verdict`, disabled beside its reason.

    `hint` is what a screen reader hears after the label where several buttons share it.
    """
    shown = format_html('{} <span class="visually-hidden">{}</span>', label, hint) if hint else label
    look = format_html('class="button" data-kind="{}"', kind) if kind else mark_safe('class="button"')
    if verdict is not None and not verdict.allowed:
        return format_html('<button type="button" {} disabled>{}</button> {}', look, shown, because(verdict))
    if href:
        return format_html('<a {} href="{}">{}</a>', look, href, shown)
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button type="submit" {}{}>{}</button>', look, named, shown)


def because(verdict: Verdict | None) -> SafeString:
    """Why an act is not open to this person now, with the way out if there is one; nothing where the answer is yes."""
    if not isinstance(verdict, Verdict) or verdict.allowed:
        return SafeString("")
    way_out = (
        format_html(' <a href="{}">{}</a>', verdict.remedy_url, verdict.remedy_label) if verdict.remedy_url else ""
    )
    return format_html('<p class="because">{}{}</p>', verdict.reason, way_out)


def state_tag(label: Any, tone: str = "") -> SafeString:
    """A state in a word, such as "being checked"."""
    return format_html('<span class="state" data-state="{}">{}</span>', tone, label)


def person_name(person: Any, role: Any = "") -> SafeString:
    """A name as the person gives it, and in what role they speak. `person` is a name or has `display_name`."""
    name = html_of(getattr(person, "display_name", None) or str(person))
    if not role:
        return SafeString(f'<span class="person"><b>{name}</b></span>')
    return SafeString(f'<span class="person"><b>{name}</b> <span class="role">{html_of(role)}</span></span>')


def count(number: int | None) -> str:
    """A number with its thousands apart, as the language writes them."""
    return "" if number is None else number_format(number, use_l10n=True, force_grouping=True)
