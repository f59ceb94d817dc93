"""What the days bring by themselves: a rest is over, a vote opens, a forum in which nothing happens is warned and closed."""

from calendar import monthrange
from datetime import datetime

from django.db import IntegrityError, transaction

from core import now, today
from core.clock import day_of
from core.states import StateConflict
from forums.actions.endings import close_forum, open_ending_vote, resume_forum
from forums.events import ForumWarned
from forums.models import Ending, Forum, IdleWarning, Pause
from forums.queries.endings import quiet_since
from forums.queries.measures import IDLE, measure
from forums.states import ForumState
from ledger.actions import record

WARNINGS = IDLE[:2]


def resume_due() -> int:
    """Every forum whose rest is over goes on; how many."""
    due = Pause.objects.filter(ended_at=None, until__lte=today(), forum__state=ForumState.PAUSED)
    return sum(_once(lambda one=one: resume_forum(actor=None, forum=one.forum)) for one in due.select_related("forum"))


def open_due_endings() -> int:
    """The members vote on every end that has been announced long enough; how many votes opened."""
    due = Ending.objects.due_to_open(now()).select_related("forum", "into").order_by("opens_at", "pk")
    return sum(_once(lambda one=one: open_ending_vote(ending=one)) for one in due)


def close_idle() -> int:
    """A forum in which nothing has happened for so many months is warned twice, and closed after both; how many were closed."""
    forums = list(Forum.objects.active().order_by("pk"))
    quiet, first = quiet_since(forums), measure(WARNINGS[0])
    # Most have lately said something: nothing more is asked about those.
    return sum(_turn(forum, quiet[forum.pk]) for forum in forums if months_after(quiet[forum.pk], first) <= now())


def _turn(forum: Forum, since: datetime) -> int:
    closes = months_after(since, measure("idle.months"))
    warned = set(IdleWarning.objects.filter(forum=forum, quiet_since=since).values_list("number", flat=True))
    for number, key in enumerate(WARNINGS, start=1):
        if number not in warned and months_after(since, measure(key)) <= now():
            return _warn(forum, number, since, closes)
    if len(warned) == len(WARNINGS) and closes <= now():
        return _once(lambda: close_forum(forum=forum, idle=True))
    return 0


@transaction.atomic
def _warn(forum: Forum, number: int, since: datetime, closes: datetime) -> int:
    """One warning a night, however late the job runs: both come before the end."""
    try:
        with transaction.atomic():
            IdleWarning.objects.create(forum=forum, number=number, quiet_since=since, at=now())
    except IntegrityError:
        return 0  # another worker was quicker
    event = ForumWarned(forum_id=forum.pk, number=number, closes_on=day_of(closes).isoformat())
    record(event, actor=None, subject=forum)
    return 0


def months_after(moment: datetime, months: int) -> datetime:
    """The same day so many months later; the last of a month that has no such day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def _once(act: object) -> int:
    try:
        act()  # type: ignore[operator]
    except StateConflict:
        return 0  # another worker was quicker
    return 1
