"""One station of a line in words: what the drawing shows, and what a person reads beside it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _, ngettext

from chain.querysets import NOBODY
from chain.states import State, Station
from core.paths import localised


@dataclass(frozen=True, slots=True)
class Stop:
    """`state` is "passed", "here" (open, nobody is behind), "owed" (by a day), "late", "refused" (or sent back), or "" (not yet)."""

    station: str
    label: str
    state: str
    note: str
    url: str


def state_of(state: str, owner_key: str, due: date | None, this_day: date) -> str:
    """How a step shows on the line. What waits for nobody in particular is never owed, and so never late."""
    if state == State.OPEN:
        if due is None or owner_key == NOBODY:
            return "here"
        return "late" if due < this_day else "owed"
    return "passed" if state == State.DONE else "refused"


def stop(
    station: int,
    state: str,
    owner_key: str,
    owner_label: str,
    due: date | None,
    since: date,
    note: str,
    address: str,
    steps: int,
    refused: int,
    this_day: date,
    language: str,
) -> Stop:
    """The stop for the step that speaks for its station; `steps` stand there in all, `refused` of them refused.

    `since` is the day on which the step closed or, still open, began. `language` is the active one.
    """
    shown = _shown(station, state, owner_key, owner_label, due, since, note, steps, refused, this_day, language)
    return Stop(*shown, localised(address))


# Kept without the address, which each record has to itself: what remains is the same for all that began on one day.
@lru_cache(maxsize=4096)
def _shown(
    station: int,
    state: str,
    owner_key: str,
    owner_label: str,
    due: date | None,
    since: date,
    note: str,
    steps: int,
    refused: int,
    this_day: date,
    language: str,
) -> tuple[str, str, str, str]:
    """Name, label, state and words."""
    name, label = _names(language)[station - 1]
    shown = state_of(state, owner_key, due, this_day)
    if state == State.REFUSED and steps > 1:
        words = _("%(refused)d of %(steps)d refused") % {"refused": refused, "steps": steps}
    else:
        words = (
            _closed(state, since, this_day)
            if state != State.OPEN
            else _open(shown, owner_key, owner_label, due, since, note, this_day)
        )
    return name, label, shown, words


@lru_cache(maxsize=16)
def blank(language: str) -> tuple[Stop, ...]:
    """The seven stations of something that has not set out."""
    return tuple(Stop(name, label, "", "", "") for name, label in _names(language))


@lru_cache(maxsize=4096)
def day_in_words(day: date, this_day: date, language: str) -> str:
    """ "9 June", with the year where it is another one."""
    return date_format(day, "j F" if day.year == this_day.year else "j F Y")


def _closed(state: str, since: date, this_day: date) -> str:
    day = _words(since, this_day)
    if state == State.DONE:
        return day
    if state == State.REFUSED:
        return _("refused on %(day)s") % {"day": day}
    return _("sent back on %(day)s") % {"day": day}


def _open(shown: str, owner_key: str, owner: str, due: date | None, since: date, note: str, this_day: date) -> str:
    if due is not None and shown == "late":
        days = (this_day - due).days
        sentence = ngettext(
            "%(days)d day late, owed by %(owner)s since %(due)s",
            "%(days)d days late, owed by %(owner)s since %(due)s",
            days,
        )
        return sentence % {"days": days, "owner": owner, "due": _words(due, this_day)}
    if due is not None and shown == "owed":
        return _("owed by %(owner)s by %(due)s") % {"owner": owner, "due": _words(due, this_day)}
    if note:
        return note
    if due is not None:
        return _("open until %(due)s") % {"due": _words(due, this_day)}
    if owner_key == NOBODY:
        return _("since %(day)s") % {"day": _words(since, this_day)}
    return _("with %(owner)s since %(day)s") % {"owner": owner, "day": _words(since, this_day)}


def _words(day: date, this_day: date) -> str:
    return day_in_words(day, this_day, get_language() or "")


@lru_cache(maxsize=16)
def _names(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((station.name.lower(), str(station.label)) for station in Station)
