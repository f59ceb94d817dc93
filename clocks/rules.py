"""How a date follows from another: pure functions of days and a table of holidays.

Sources: Local Government Act 1972, s243 (days that are not counted) and s100B (five clear days); Local Government Act
2000, s9FE (two months beginning with receipt). A clear day lies strictly between the day on which papers become available
and the day of the meeting. No case settles whether Saturdays count, so the default profile leaves out both sets of days.
"""

from calendar import monthrange
from collections.abc import Container, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from core.clock import LONDON

WORKING, S243, STRICT = "working", "s243", "strict"
PUBLISH_CUTOFF = time(17, 0)
WARN_AT = (28, 14, 5, 1)  # working days before a date, the last working day being one

Days = Container[date]
_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


def working_days_after(start: date, n: int, holidays: Days) -> date:
    """The `n`th working day after `start`, which itself is not counted: three after a Monday is Thursday."""
    return _nth(start, n, _DAY, WORKING, holidays)


def working_days_before(end: date, n: int, holidays: Days) -> date:
    """The `n`th working day before `end`, which itself is not counted."""
    return _nth(end, n, -_DAY, WORKING, holidays)


def working_days_between(start: date, end: date, holidays: Days) -> int:
    """How many working days lie after `start` up to and with `end`; negative when `end` is the earlier one."""
    if end < start:
        return -working_days_between(end, start, holidays)
    return sum(counts(day, WORKING, holidays) for day in days_between(start + _DAY, end))


def publish_by(meeting: date, clear_days: int, profile: str, holidays: Days) -> date:
    """The last day on which papers may become available for `clear_days` clear days before `meeting`.

    Papers come out on a day when the office is open: should the last day be none, the open day before it is used.
    """
    first_clear = _nth(meeting, clear_days, -_DAY, profile, holidays)
    return _nth(first_clear, 1, -_DAY, WORKING, holidays)


def clear_days_between(available: date, meeting: date, profile: str, holidays: Days) -> int:
    """How many clear days there are between the day of availability and the day of the meeting."""
    return sum(counts(day, profile, holidays) for day in days_between(available + _DAY, meeting - _DAY))


def available_on(published: datetime, cutoff: time = PUBLISH_CUTOFF) -> date:
    """The day from which papers count as available: after the office has closed it is the next day. `published` is aware."""
    local = published.astimezone(LONDON)
    return local.date() + _DAY if local.time() > cutoff else local.date()


def plain_clear_days_before(day: date, n: int) -> date:
    """The last day for a notice of `n` clear days of any kind before `day`: 28 before Tuesday 16 June is Monday 18 May."""
    return day - timedelta(days=n + 1)


def months_beginning_with(start: date, months: int) -> date:
    """The last day of `months` months of which `start` is the first day; weekends and holidays move nothing.

    The day before the same date of the later month: 10 March gives 9 May. A month without that date ends it with
    its own last day: 31 December gives 28 February, or 29 in a leap year.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, length) if start.day > length else date(year, month + 1, start.day) - _DAY


def days_after(start: date, n: int) -> date:
    """`n` days of any kind after `start`."""
    return start + timedelta(days=n)


def warn_on(due: date, holidays: Days) -> dict[date, int]:
    """The days on which an owner is reminded of `due`, with how many working days are then left: 28, 14, 5 and 1."""
    return {working_days_before(due, left, holidays): left for left in WARN_AT}


def counts(day: date, profile: str, holidays: Days) -> bool:
    """Whether `day` is counted under `profile`."""
    return reason_left_out(day, profile, holidays) == ""


def reason_left_out(day: date, profile: str, holidays: Days) -> str:
    """Why `day` is not counted: "holiday", "weekend", "sunday", "christmas", "easter", or "" where it is counted."""
    if day in holidays:
        return "holiday"
    weekday = day.weekday()
    if profile != S243 and weekday >= _SATURDAY:
        return "weekend"
    if profile == WORKING:
        return ""
    if weekday == _SUNDAY:
        return "sunday"
    if in_christmas_break(day, holidays):
        return "christmas"
    return "easter" if in_easter_break(day) else ""


def in_christmas_break(day: date, holidays: Days) -> bool:
    """From the last weekday before Christmas Day to the first weekday after it that is not a bank holiday, both included."""
    if (day.month, day.day) < (12, 20) and (day.month, day.day) > (1, 10):
        return False
    christmas = date(day.year if day.month == 12 else day.year - 1, 12, 25)
    first = _nth(christmas, 1, -_DAY, WORKING, ())
    last = _nth(christmas, 1, _DAY, WORKING, holidays)
    return first <= day <= last


def in_easter_break(day: date) -> bool:
    """From the Thursday before Easter Day to the Tuesday after it, both included."""
    sunday = easter_day(day.year)
    return sunday - 3 * _DAY <= day <= sunday + 2 * _DAY


@lru_cache(maxsize=64)
def easter_day(year: int) -> date:
    """Easter Day in the Gregorian calendar (the anonymous computus: Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _nth(start: date, n: int, step: timedelta, profile: str, holidays: Days) -> date:
    """The `n`th counted day from `start`, which is not counted, in the direction of `step`."""
    day = start
    while n > 0:
        day += step
        n -= counts(day, profile, holidays)
    return day
