"""The line: where a thing stands between a citizen's sentence and a delivered promise.

One drawing in two sizes. A shape stands for each state, so that nothing is said by colour alone, and the words
are in the page too: beside each stop in the wide track, hidden in the small one. The small one is drawn twenty
times on a list page, so it is built as a string and kept by what it shows.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext


class Stop(Protocol):
    """One of the seven stations of a thing; `state` is "passed", "here", "owed", "late", "refused" or "" (not yet)."""

    station: str
    label: Any
    state: str
    note: Any
    url: str


# What of a stop the track shows: state, label, note, address.
Words = tuple[str, str, str, str]

# Drawn around (0, 0) with a radius of 9: a tick, a ring with its middle, a clock, a mark of alarm, a crossed square, a dot.
_SIGNS = {
    "passed": '<circle r="9"/><path d="M-4 .4l2.9 3 5.2-6.4"/>',
    "here": '<circle r="7.5"/><circle r="3.2"/>',
    "owed": '<circle r="7.5"/><path d="M0-4.2V.6l3 1.8"/>',
    "late": '<path d="M0-10 10 0 0 10-10 0z"/><path d="M0-4.6V1M0 4.4v.4"/>',
    "refused": '<path d="M-7.5-7.5h15v15h-15z"/><path d="m-3.4-3.4 6.8 6.8m0-6.8-6.8 6.8"/>',
    "": '<circle r="4.5"/>',
}
_SMALL_SIGNS = {
    "passed": '<circle cx="{x}" cy="7" r="4"/>',
    "here": '<circle cx="{x}" cy="7" r="4.2"/>',
    "owed": '<circle cx="{x}" cy="7" r="4.2"/><path d="M{x} 2.8a4.2 4.2 0 0 1 0 8.4z"/>',
    "late": '<path d="M{x} .8l6.2 6.2-6.2 6.2-6.2-6.2z"/>',
    "refused": '<path d="M{x} 7m-4-4h8v8h-8zl8 8m0-8l-8 8"/>',
    "": '<circle cx="{x}" cy="7" r="2"/>',
}
_FIRST, _GAP = 8, 24


def line(stops: Sequence[Stop]) -> SafeString:
    """The track with every station's words: across on a wide page, down on a narrow one."""
    return _track(
        tuple((stop.state, str(stop.label), str(stop.note), stop.url) for stop in stops), get_language() or ""
    )


def mini_line(stops: Sequence[Stop]) -> SafeString:
    """The same drawing, small, for a row of a list; its words are there for those who hear the page."""
    states = tuple(stop.state for stop in stops)
    return _mini(states, str(stops[max(_current(states), 0)].label), get_language() or "")


def stage_words(stops: Sequence[Stop]) -> str:
    """ "Stage 4 of 7: before the committee, late"."""
    states = tuple(stop.state for stop in stops)
    return _stage(states, str(stops[max(_current(states), 0)].label))


@lru_cache(maxsize=1024)
def _track(stops: tuple[Words, ...], language: str) -> SafeString:
    current = _current([state for state, *_rest in stops])
    rows = format_html_join(
        "", "{}", ((_station(*stop, is_current=number == current),) for number, stop in enumerate(stops))
    )
    return format_html('<ol class="track" role="list" aria-label="{}">{}</ol>', gettext("Where this stands"), rows)


def _station(state: str, label: str, note: str, url: str, *, is_current: bool) -> SafeString:
    return format_html(
        '<li data-stop="{}"{}><svg class="stop" viewBox="-11 -11 22 22" aria-hidden="true">{}</svg>'
        '<b>{}</b> <span class="visually-hidden">{}</span> <span class="note">{}</span></li>',
        state,
        mark_safe(' aria-current="step"') if is_current else "",
        mark_safe(_SIGNS[state]),
        format_html('<a href="{}">{}</a>', url, label) if url else label,
        _state_word(state),
        note or (gettext("not yet") if not state else ""),
    )


@lru_cache(maxsize=4096)
def _mini(states: tuple[str, ...], label: str, language: str) -> SafeString:
    reached = _reached(states)
    last = _FIRST + _GAP * (len(states) - 1)
    here = _FIRST + _GAP * max(reached, 0)
    signs = format_html_join(
        "",
        '<g data-stop="{}">{}</g>',
        ((state, mark_safe(_SMALL_SIGNS[state].format(x=_FIRST + _GAP * n))) for n, state in enumerate(states)),
    )
    return format_html(
        '<svg class="mini" viewBox="0 0 {} 14" aria-hidden="true"><path class="rest" d="M{} 7H{}"/><path class="done" d="M{} 7H{}"/>{}</svg>'
        '<span class="visually-hidden">{}</span>',
        last + _FIRST,
        here,
        last,
        _FIRST,
        here,
        signs,
        _stage(states, label),
    )


def _reached(states: Sequence[str]) -> int:
    """The index of the last station that anything has happened at; -1 for none."""
    return max((number for number, state in enumerate(states) if state), default=-1)


def _current(states: Sequence[str]) -> int:
    """The station to speak of: the last one that is late, else the last one still open, else the last one reached.

    Parts of one thing may be ahead of others: an answer that is late must not hide behind a promise already made.
    """
    for wanted in (("late",), ("owed", "here")):
        found = [number for number, state in enumerate(states) if state in wanted]
        if found:
            return found[-1]
    return _reached(states)


def _stage(states: Sequence[str], label: str) -> str:
    current = _current(states)
    if current < 0:
        return gettext("Not yet on its way")
    words = {"number": current + 1, "total": len(states), "station": _inside_a_sentence(label)}
    sentences = {
        "passed": gettext("Stage %(number)s of %(total)s: %(station)s, done"),
        "here": gettext("Stage %(number)s of %(total)s: %(station)s"),
        "owed": gettext("Stage %(number)s of %(total)s: %(station)s, owed"),
        "late": gettext("Stage %(number)s of %(total)s: %(station)s, late"),
        "refused": gettext("Stage %(number)s of %(total)s: %(station)s, refused"),
    }
    return sentences[states[current]] % words


def _state_word(state: str) -> str:
    """What the sign says, for those who do not see it; a station still to come says so in its note."""
    words = {
        "passed": pgettext("a station of the line", "done"),
        "here": pgettext("a station of the line", "now"),
        "owed": pgettext("a station of the line", "owed"),
        "late": pgettext("a station of the line", "late"),
        "refused": pgettext("a station of the line", "refused"),
    }
    return words.get(state, "")


def _inside_a_sentence(label: str) -> str:
    """English names of stations lose their capital inside a sentence; other languages have rules of their own."""
    return label[:1].lower() + label[1:] if (get_language() or "en").startswith("en") else label
