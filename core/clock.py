"""The one door to the present moment.

Storage is UTC; people and legal dates are Europe/London. The demo council and the tests move the
moment with `at()`; nothing else reads the system clock.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

# Process-wide on purpose: a test's live server answers from other threads, and must live at the same moment.
_moved_to: list[datetime] = []
_shift: timedelta = timedelta()
if os.environ.get("FOLKMOOT_AS_OF"):
    _shift = datetime.fromisoformat(os.environ["FOLKMOOT_AS_OF"]).astimezone(UTC) - datetime.now(UTC)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _moved_to[-1] if _moved_to else datetime.now(UTC) + _shift


def today() -> date:
    """The present day in London, which is the day that deadlines speak of."""
    return now().astimezone(LONDON).date()


def day_of(moment: datetime) -> date:
    """The London day on which `moment` (aware) falls."""
    return moment.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The moment (aware) at which `day` begins in London."""
    return datetime.combine(day, time.min, LONDON)


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Within the block `now()` is `moment` (aware); blocks nest."""
    _moved_to.append(moment.astimezone(UTC))
    try:
        yield moment
    finally:
        _moved_to.pop()


def move_to(moment: datetime) -> None:
    """Move the innermost open `at()` block on to `moment`. Raises IndexError outside such a block."""
    _moved_to[-1] = moment.astimezone(UTC)
