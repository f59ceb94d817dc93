"""The world around the browser: the day, and what the workers would do meanwhile."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta

from ballots.tasks import open_and_close
from chain.tasks import remind_owners
from committees.tasks import close_judgements, flag_overdue
from core import now
from core.clock import LONDON, at, day_of, move_to
from ledger.delivery import deliver_all
from proposals.tasks import fold_tallies


class World:
    """Days go by when the test says so; with each, and whenever asked, the workers do what waits for them."""

    def work(self):
        fold_tallies()
        open_and_close()
        deliver_all()

    def days(self, number, *, hour=10):
        """So many days later, at that hour in London; the workers have done what each night brings."""
        first = day_of(now())
        for day in (first + timedelta(days=passed) for passed in range(1, number + 1)):
            move_to(datetime.combine(day, time(6, 30), tzinfo=LONDON))
            flag_overdue()
            close_judgements()
            remind_owners()
            self.work()
        move_to(datetime.combine(day_of(now()), time(hour), tzinfo=LONDON))

    def until(self, day, *, hour=10):
        self.days((day - day_of(now())).days, hour=hour)

    def minutes(self, number):
        """A few minutes later."""
        move_to(now() + timedelta(minutes=number))
        self.work()


@contextmanager
def beginning(moment):
    """A world in which it is this moment (London) to begin with."""
    with at(moment.replace(tzinfo=LONDON)):
        yield World()
