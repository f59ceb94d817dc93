"""Drawings with their numbers in words: votes on a bar, amounts side by side. A width is an SVG attribute, never a style."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from core.ui.pieces import count

_WIDTH = 600


def votes(given_for: int, against: int, abstained: int = 0, needed: Any = "") -> SafeString:
    """How a vote went, as one bar in two or three parts and a line of words; `needed` says what it took to carry."""
    parts = [
        ("yes", given_for, ngettext("%(n)s for", "%(n)s for", given_for)),
        ("no", against, ngettext("%(n)s against", "%(n)s against", against)),
        ("none", abstained, ngettext("%(n)s abstained", "%(n)s abstained", abstained)),
    ]
    words = format_html_join(
        "",
        '<li data-side="{}">{}</li>',
        ((side, text % {"n": count(n)}) for side, n, text in parts if n or side != "none"),
    )
    return format_html(
        '<figure class="votes">{}<figcaption><ul role="list">{}</ul>{}</figcaption></figure>',
        _bar([(side, n) for side, n, _text in parts]),
        words,
        format_html('<p class="hint">{}</p>', needed) if needed else "",
    )


def bars(rows: Iterable[Sequence[Any]], caption: Any, label: Any, measure: Any, most: int | None = None) -> SafeString:
    """A table of (name, amount[, address]) with a bar in each row; `most` is the full width, else the largest amount."""
    rows = list(rows)
    full = most or max((row[1] for row in rows), default=0) or 1
    body = format_html_join("", "{}", ((_row(row, full),) for row in rows))
    return format_html(
        '<table class="bars"><caption>{}</caption><thead><tr><th scope="col">{}</th><td></td><th scope="col" class="number">{}</th></tr></thead>'
        "<tbody>{}</tbody></table>",
        caption,
        label,
        measure,
        body,
    )


def _row(row: Sequence[Any], full: int) -> SafeString:
    name, amount = row[0], row[1]
    shown = format_html('<a href="{}">{}</a>', row[2], name) if len(row) > 2 and row[2] else name
    return format_html(
        '<tr><th scope="row">{}</th><td>{}</td><td class="number">{}</td></tr>',
        shown,
        _bar([("yes", amount), ("", max(full - amount, 0))]),
        count(amount),
    )


def _bar(parts: Sequence[tuple[str, int]]) -> SafeString:
    """The parts side by side over the full width, each with its `data-side`; an empty one is not drawn."""
    total = sum(n for _side, n in parts) or 1
    start = 0.0
    drawn = []
    for side, n in parts:
        width = _WIDTH * n / total
        if n and side:
            drawn.append((side, f"{start:.1f}", f"{width:.1f}"))
        start += width
    rects = format_html_join("", '<rect data-side="{}" x="{}" width="{}" height="16"/>', drawn)
    return format_html(
        '<svg class="bar" viewBox="0 0 {} 16" preserveAspectRatio="none" aria-hidden="true">{}</svg>', _WIDTH, rects
    )
