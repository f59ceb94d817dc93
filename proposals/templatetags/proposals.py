"""Rows of the list and its filters, built as strings: a page draws twenty rows and some two hundred choices."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from core.ui.dates import when
from core.ui.escaping import html_of
from core.ui.line import Stop, mini_line
from core.ui.pieces import count, state_tag
from proposals.queries.choices import Choices
from proposals.queries.lists import PUBLIC_STATES, Wanted
from proposals.states import Origin, State, Type

register = template.Library()

TONES = {State.OPEN: "open", State.BALLOTED: "open", State.ADOPTED: "done"}


@register.simple_tag
def proposal_rows(rows: Iterable[Any], lines: Mapping[int, tuple[Stop, ...]], level: str = "h2") -> SafeString:
    """The rows of a list (as `list_page` gives them), each with its small line. `level` is the heading that the page needs."""
    base, forums, language = reverse("proposals:list"), reverse("forums:list"), get_language() or ""
    return format_html(
        '<ol class="rows">{}</ol>', mark_safe("".join(_row(row, lines, level, base, forums, language) for row in rows))
    )


@register.simple_tag
def state_of(proposal: Any) -> SafeString:
    """The state of a proposal in a word; while nobody has checked it, that."""
    return _state(proposal.state, proposal.checked_at is not None, get_language() or "")


@register.filter
def type_words(value: str) -> Any:
    """ "local service", without Django's way to a label, which hashes every choice each time."""
    return Type(value).label


@register.filter
def origin_words(value: str) -> Any:
    return Origin(value).label


@register.simple_tag
def proposal_filters(wanted: Wanted, choices: Choices) -> SafeString:
    """The controls of the filter form, with what is wanted chosen."""
    return _filters(wanted, choices, get_language() or "")


@lru_cache(maxsize=256)
def _filters(wanted: Wanted, choices: Choices, language: str) -> SafeString:
    states = tuple((value, State(value).label) for value in PUBLIC_STATES)
    return mark_safe(
        _search(wanted.q)
        + _select("state", gettext("State"), gettext("any"), states, wanted.state, language)
        + _select("forum", gettext("Forum"), gettext("any"), choices.forums, wanted.forum, language)
        + _select("area", gettext("Where"), gettext("anywhere"), choices.areas, wanted.area, language)
        + (
            _select("topic", gettext("Topic"), gettext("any"), choices.topics, wanted.topic, language)
            if choices.topics
            else ""
        )
        + _select("type", gettext("Kind"), gettext("any"), tuple(Type.choices), wanted.type, language)
        + _select("origin", gettext("From"), gettext("anybody"), tuple(Origin.choices), wanted.origin, language)
        + _select("order", gettext("Order"), "", _orders(language), wanted.order, language)
    )


def _row(row: Any, lines: Mapping[int, tuple[Stop, ...]], level: str, base: str, forums: str, language: str) -> str:
    title = html_of(row.title)
    line = lines.get(row.id)
    return (
        f'<li><{level}><a href="{base}{row.reference}/">{title}</a></{level}>'
        f'<p class="meta">{_where(forums, row.forum__slug, row.forum__title, row.area__name or "", language)}'
        f"{_topic(row.topic)} · {when(row.published_at, 'short')}{_posts(row.post_count, language)}{_marked(row, language)}</p>"
        f'<div class="tell"><b>{_number(row.supports, language)}</b><span>{_needed(row.threshold, row.supports, language)}</span>'
        f"{_elsewhere(row.imported_supports, language)}{mini_line(line) if line else ''}</div></li>"
    )


@lru_cache(maxsize=2048)
def _where(forums: str, slug: str, title: str, area: str, language: str) -> SafeString:
    return format_html('<a href="{}{}/">{}</a> · {}', forums, slug, title, area or gettext("city-wide"))


@lru_cache(maxsize=1024)
def _topic(topic: str) -> str:
    return f" · {html_of(topic)}" if topic else ""


@lru_cache(maxsize=2048)
def _posts(number: int, language: str) -> str:
    if not number:
        return ""
    return " · " + ngettext("%(number)s post", "%(number)s posts", number) % {"number": count(number)}


def _marked(row: Any, language: str) -> str:
    if row.checked and row.state == State.OPEN:
        return ""
    return f" · {_state(row.state, row.checked, language)}"


@lru_cache(maxsize=64)
def _state(state: str, checked: bool, language: str) -> SafeString:
    if state == State.OPEN and not checked:
        return state_tag(gettext("being checked"), "wait")
    return state_tag(State(state).label, TONES.get(State(state), "shut"))


@lru_cache(maxsize=8192)
def _number(number: int, language: str) -> str:
    return count(number)


@lru_cache(maxsize=1024)
def _needed(threshold: int, supports: int, language: str) -> str:
    if threshold:
        return gettext("of %(needed)s") % {"needed": count(threshold)}
    return ngettext("support", "supports", supports)


@lru_cache(maxsize=4096)
def _elsewhere(number: int, language: str) -> str:
    """Another platform's total, beside ours and never in it."""
    if not number:
        return ""
    words = ngettext("%(number)s elsewhere", "%(number)s elsewhere", number) % {"number": count(number)}
    return f"<span>{words}</span>"


def _search(words: str) -> str:
    return format_html(
        '<div><label for="q">{}</label><input type="search" id="q" name="q" value="{}" maxlength="200"></div>',
        gettext("Words"),
        words,
    )


def _select(
    name: str, label: str, nothing: str, options: tuple[tuple[str, Any], ...], chosen: str, language: str
) -> str:
    """A select as kept for everybody, with the visitor's choice marked in it."""
    control = _options(name, label, nothing, options, language)
    if chosen:
        value = f'<option value="{html_of(chosen)}">'
        control = control.replace(value, f"{value[:-1]} selected>", 1)
    return control


@lru_cache(maxsize=256)
def _options(name: str, label: str, nothing: str, options: tuple[tuple[str, Any], ...], language: str) -> str:
    first = format_html('<option value="">{}</option>', nothing) if nothing else ""
    rest = "".join(format_html('<option value="{}">{}</option>', value, words) for value, words in options)
    return format_html(
        '<div><label for="{0}">{1}</label><select id="{0}" name="{0}">{2}</select></div>',
        name,
        label,
        mark_safe(first + rest),
    )


@lru_cache(maxsize=16)
def _orders(language: str) -> tuple[tuple[str, str], ...]:
    return (
        ("newest", gettext("newest first")),
        ("most_supported", gettext("most supported")),
        ("most_discussed", gettext("most discussed")),
        ("needs_few_more", gettext("nearest to the threshold")),
    )
