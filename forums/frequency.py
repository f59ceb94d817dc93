"""On which days a forum meets, by its rules: pure, of days alone; the hour is London's, whatever the clocks did in between."""

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from clocks.rules import working_days_after
from core.clock import LONDON
from forums.models import Charter
from forums.states import Unit

LAST = 5


@dataclass(frozen=True, slots=True)
class Slot:
    """`day` is the day of the rules; the meeting takes place on `held`, which is another where a holiday moved it."""

    day: date
    held: date


def slots(charter: Charter, *, anchor: date, first: date, until: date, holidays: Collection[date]) -> list[Slot]:
    """The meetings whose days lie from `first` to `until`, both included. Weeks and months are counted from `anchor` on."""
    if not charter.every:
        return []
    days = _weeks(charter, anchor, until) if charter.unit == Unit.WEEKS else _months(charter, anchor, until)
    return [Slot(day, _held(day, charter, holidays)) for day in days if first <= day <= until]


def begins(charter: Charter, day: date) -> datetime:
    """The moment at which a meeting on `day` begins, aware; the hour on London's clocks is the same in summer and in winter."""
    return datetime.combine(day, charter.starts, LONDON).astimezone(UTC)


def ends(charter: Charter, day: date) -> datetime:
    """So many minutes later, as a clock on the table would measure them."""
    return begins(charter, day) + timedelta(minutes=charter.minutes)


def _weeks(charter: Charter, anchor: date, until: date) -> Iterator[date]:
    day = anchor + timedelta(days=(charter.weekday - anchor.weekday()) % 7)
    while day <= until:
        yield day
        day += timedelta(weeks=charter.every)


def _months(charter: Charter, anchor: date, until: date) -> Iterator[date]:
    month = anchor.year * 12 + anchor.month - 1
    while (day := _nth(month, charter.weekday, charter.nth)) <= until:
        yield day
        month += charter.every


def _nth(month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month that is counted from year 0; the fifth is the last, whether there are four or five."""
    year, number = divmod(month, 12)
    first = date(year, number + 1, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    if nth != LAST:
        return day + timedelta(weeks=nth - 1)
    length = monthrange(year, number + 1)[1]
    return day + timedelta(weeks=(length - day.day) // 7)


def _held(day: date, charter: Charter, holidays: Collection[date]) -> date:
    if charter.skips_holidays and day in holidays:
        return working_days_after(day, 1, holidays)
    return day
