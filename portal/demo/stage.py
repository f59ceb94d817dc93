"""Stories run side by side in the order of their days, as they would have happened.

A story is a generator that yields the moment at which it goes on. The stage wakes whichever story is next, with the clock moved to
its moment, and between two days does what the periodic jobs would have done.
"""

import heapq
from collections.abc import Generator
from datetime import date, datetime, time, timedelta
from itertools import count

from ballots.tasks import open_and_close
from chain.tasks import remind_owners
from committees.tasks import close_judgements, flag_overdue
from core import clock, today
from core.clock import LONDON, day_of
from forums.tasks import close_summaries, open_votes, plan_calendars, rest_and_end, turn
from ledger.delivery import deliver_all
from meetings.tasks import agree_unopposed, forget_needs, remind
from moderation.tasks import end_due_blocks, end_due_measures, freeze_months
from proposals.tasks import expire_due, fold_tallies

Story = Generator[datetime, None, None]
DAYS = 300  # how long before its last day the demonstration begins


class Stage:
    """Runs stories until `end`. What a story would do after that has not happened yet."""

    def __init__(self, end: datetime, begin: datetime) -> None:
        self.end, self.begin = end, begin
        self._order = count()
        self._waiting: list[tuple[datetime, int, Story]] = []
        self._today = day_of(begin)

    def add(self, story: Story) -> None:
        heapq.heappush(self._waiting, (self.begin, next(self._order), story))

    def run(self) -> None:
        with clock.at(self.begin):
            while self._waiting:
                moment, _order, story = heapq.heappop(self._waiting)
                if moment > self.end:
                    continue
                self._come_to(moment)
                wake = next(story, None)
                if wake is not None:
                    heapq.heappush(self._waiting, (max(wake, moment), next(self._order), story))
            self._come_to(self.end)

    def _come_to(self, moment: datetime) -> None:
        """The clock stands at `moment`, by day; each night and morning between has been lived through."""
        while self._today < day_of(moment):
            self._today += timedelta(days=1)
            for hour, of_the_hour in DAILY:
                clock.move_to(datetime.combine(self._today, hour, tzinfo=LONDON))
                of_the_hour()
            fold_tallies()  # a story that needs its supports counted sooner does so itself
            jobs()
        clock.move_to(moment)
        jobs()


def jobs() -> None:
    """What runs every few seconds or minutes: opening and closing, telling."""
    open_and_close()
    deliver_all()


def by_night() -> None:
    """What has run out by date is closed, and what is late is marked."""
    flag_overdue()
    end_due_blocks()
    end_due_measures()
    close_summaries()
    close_judgements()
    agree_unopposed()
    if today().weekday() == 0:
        by_week()
    if today().day == 1:
        freeze_months()


def by_week() -> None:
    """Meetings are planned months ahead, forums are warned and proposals expire after months: every seventh night shows the same as each, and takes less."""
    expire_due()
    forget_needs()
    rest_and_end()
    plan_calendars()


def by_morning() -> None:
    """What begins and ends by its day does, votes of forums open, and owners are reminded. Nobody's mail is written: the
    demonstration's people have no letterbox, and read their notices here.
    """
    turn()
    open_votes()
    remind_owners()
    remind()


# Of config/schedule.py, what changes what people see; the hours are those of that table, or close by.
DAILY = ((time(0, 30), by_night), (time(6, 30), by_morning))


class Calendar:
    """Moments as stories name them: so many days before the end, at an hour in London."""

    def __init__(self, last_day: date) -> None:
        self.last_day = last_day

    def ago(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        return self.on(self.last_day - timedelta(days=days), hour, minute)

    def on(self, day: date, hour: int = 10, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), tzinfo=LONDON)

    def weekday_ago(self, days: int, hour: int = 10) -> datetime:
        """The same, or the next Monday where that day falls on a weekend."""
        day = self.last_day - timedelta(days=days)
        return self.on(day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0), hour)
