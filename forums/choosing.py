"""The ways in which a conversation can be read, as links: order, sides, what posts offer, languages."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from core.ui.escaping import html_of
from forums.footers import address_of
from forums.languages import base_of, name_of
from forums.queries import Wanted
from forums.states import EvidenceKind, Sort, Stance
from forums.talk import Talk

_PLACE = "\N{NULL}"  # in no address and in no word


def reading_choices(talk: Talk) -> SafeString:
    """Two lines of links; the one in force is marked. Each is an address of its own that can be passed on."""
    thread, wanted = talk.thread, replace(talk.wanted, after="", before="")
    sided = bool(thread.for_count or thread.against_count)
    language = get_language() or ""
    drawn = _choices(wanted, sided, tuple(thread.languages), language)
    return SafeString(drawn.replace(_PLACE, address_of("forums:thread", thread.pk, language)))


@lru_cache(maxsize=128)
def _choices(wanted: Wanted, sided: bool, languages: tuple[str, ...], language: str) -> str:
    """The same for every conversation that is read in this way: its address comes in where `_PLACE` stands."""
    lines = ((gettext("Order"), _orders(wanted)), (gettext("Show"), _shows(wanted, sided, languages)))
    drawn = "".join(
        f"<p><span>{html_of(label)}</span> {' '.join(_link(*choice) for choice in choices)}</p>"
        for label, choices in lines
    )
    return f'<nav class="reading" aria-label="{html_of(gettext("How to read it"))}">{drawn}</nav>'


def _link(query: str, label: Any, current: bool) -> str:
    mark = ' aria-current="true"' if current else ""
    return f'<a href="{_PLACE}{html_of(query)}#talk"{mark}>{html_of(label)}</a>'


def _orders(wanted: Wanted) -> Iterator[tuple[str, Any, bool]]:
    for sort in Sort:
        yield wanted.query(sort=sort.value, under=0), sort.label, not wanted.under and wanted.order == sort


def _shows(wanted: Wanted, sided: bool, languages: tuple[str, ...]) -> Iterator[tuple[str, Any, bool]]:
    nothing = {"view": "", "stance": "", "evidence": "", "language": "", "under": 0}
    narrowed = wanted.columns or wanted.stance or wanted.is_flat or wanted.under
    yield wanted.query(**nothing), gettext("everything"), not narrowed
    if sided:
        yield wanted.query(**{**nothing, "view": "columns"}), gettext("both sides beside each other"), wanted.columns
        for side in (Stance.FOR, Stance.AGAINST):
            yield wanted.query(**{**nothing, "stance": side.value}), side.label, wanted.stance == side
    for kind in EvidenceKind:
        label = _PLURALS[kind]()
        yield wanted.query(**{**nothing, "evidence": kind.value}), label, wanted.evidence == kind
    if len(languages) > 1:
        for code in languages:
            name = SafeString(f'<span lang="{html_of(base_of(code))}">{html_of(name_of(code))}</span>')
            yield wanted.query(**{**nothing, "language": code}), name, wanted.language == code


_PLURALS = {
    EvidenceKind.SOURCE: lambda: gettext("sources"),
    EvidenceKind.EXPERIENCE: lambda: gettext("experiences"),
    EvidenceKind.OPINION: lambda: gettext("opinions"),
    EvidenceKind.CORRECTION: lambda: gettext("corrections"),
}
