"""The world around the browser: the day, and what the workers would do meanwhile."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta

from celery.schedules import crontab
from django.utils.module_loading import import_string

from config.schedule import JOBS
from core import now
from core.clock import LONDON, at, day_of, move_to
from ledger.delivery import deliver_all

# What the deliverer does at once, and what leaves no trace that anybody in a story could see.
NOT_HERE = {"ledger.tasks.deliver", "ledger.tasks.seal", "notifications.tasks.send_mail"}
NOT_EACH_NIGHT = {"accounts.tasks.report_retention", "proposals.tasks.recount", "notifications.tasks.write_digests"}


class World:
    """Days go by when the test says so; with each, and whenever asked, the workers do what waits for them."""

    def work(self):
        """What the workers do all day long."""
        _run([line["task"] for line in JOBS.values() if isinstance(line["schedule"], float | int)], NOT_HERE)
        deliver_all()

    def days(self, number, *, hour=10):
        """So many days later, at that hour in London; the workers have done what each night brings."""
        first = day_of(now())
        for day in (first + timedelta(days=passed) for passed in range(1, number + 1)):
            move_to(datetime.combine(day, time(6, 30), tzinfo=LONDON))
            _run([line["task"] for line in JOBS.values() if isinstance(line["schedule"], crontab)], NOT_EACH_NIGHT)
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


def _run(names, left_out):
    for name in names:
        if name not in left_out:
            import_string(name)()
