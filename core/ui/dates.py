"""Moments and days as people write them, each inside a <time> that machines read. Always Europe/London."""

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from core.clock import LONDON, today
from core.ui.escaping import html_of

DUE_STATES = ("", "soon", "late", "met")


def when(moment: datetime | date | None, style: str = "full") -> SafeString:
    """A moment or a day in plain English; "full", "day" (no time), "short" (no year when it is this one) or "clock" (to the second)."""
    if moment is None:
        return SafeString("")
    if isinstance(moment, datetime):
        return _moment(moment.astimezone(LONDON).replace(microsecond=0), style, today(), get_language() or "")
    return _day(moment, style, today(), get_language() or "")


def due(day: date | None, state: str = "") -> SafeString:
    """When something is owed: "by Thursday 18 June", or how late it is, in words as well as in colour."""
    if day is None:
        return SafeString("")
    if isinstance(day, datetime):
        day = day.astimezone(LONDON).date()
    return _due(day, state, today(), get_language() or "")


def day_words(day: date, style: str, this_day: date) -> str:
    """A day as text: "Thursday 18 June", "18 June 2026"."""
    if style == "weekday":
        return _formatted(day, "l j F" if day.year == this_day.year else "l j F Y", get_language() or "")
    if style == "short" and day.year == this_day.year:
        return _formatted(day, "j F", get_language() or "")
    return _formatted(day, "j F Y", get_language() or "")


@lru_cache(maxsize=4096)
def _formatted(day: date, pattern: str, language: str) -> str:
    return date_format(day, pattern)


def _moment(moment: datetime, style: str, this_day: date, language: str) -> SafeString:
    """Only the words of the day are kept: of moments there are as many as there are records."""
    if style in {"day", "short", "weekday"}:
        words = _plain(moment.date(), style, this_day, language)
    else:
        clock = style == "clock"
        words = html_of(
            gettext("%(time)s on %(day)s")
            % {
                "time": moment.strftime("%H:%M:%S" if clock else "%H:%M"),
                "day": day_words(moment.date(), "short" if clock else style, this_day),
            }
        )
    return SafeString(f'<time datetime="{moment.isoformat()}">{words}</time>')


@lru_cache(maxsize=2048)
def _plain(day: date, style: str, this_day: date, language: str) -> str:
    return html_of(day_words(day, style, this_day))


@lru_cache(maxsize=2048)
def _day(day: date, style: str, this_day: date, language: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), day_words(day, style, this_day))


@lru_cache(maxsize=2048)
def _due(day: date, state: str, this_day: date, language: str) -> SafeString:
    time = _day(day, "weekday", this_day, language)
    days = (this_day - day).days
    if state == "late" and days > 0:
        words = ngettext("%(days)s day late", "%(days)s days late", days) % {"days": f"{days:,}"}
        return format_html(
            '<span class="due" data-state="late">{}</span> <small>{}</small>',
            words,
            format_html(gettext("due {}"), time),
        )
    if state == "met":
        return format_html(
            '<span class="due" data-state="met">{}</span>', format_html(gettext("met, was due {}"), time)
        )
    return format_html('<span class="due" data-state="{}">{}</span>', state, format_html(gettext("by {}"), time))
