"""A forum's meetings, planned ahead from its rules and drawn anew when its members change how often they meet."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from clocks.queries import holidays
from core import now, today
from core.clock import day_of
from forums.frequency import Slot, begins, ends, slots
from forums.models import Forum, Rules, Sitting
from forums.queries.measures import measure
from forums.queries.rules import standing_rules
from forums.querysets import SittingQuerySet
from meetings.actions import cancel, reschedule, schedule
from meetings.models import Gathering

# Versions that say the same of these have one calendar, and fortnights are counted on through them.
FREQUENCY = ("every", "unit", "weekday", "nth")


def plan_calendars() -> int:
    """Every active forum has its meetings for as far ahead as the council plans; how many were set."""
    met = Rules.objects.filter(every__gt=0).values("forum")
    return sum(plan_meetings(forum=forum) for forum in Forum.objects.active().filter(pk__in=met).order_by("pk"))


@transaction.atomic
def plan_meetings(*, forum: Forum) -> int:
    """Each day of the rules has its meeting, and only one; a day whose meeting people cancelled gets no other. How many were set."""
    forum = _held(forum)
    rules = standing_rules(forum)
    if rules is None or not forum.is_active:
        return 0
    free = _free(forum, rules)
    for slot in free:
        _set(forum, rules, slot)
    return len(free)


@transaction.atomic
def draw_calendar(*, forum: Forum) -> None:
    """What is not published follows the rules now in force: moved, cancelled with the reason, or new. What is, keeps day and rules."""
    forum = _held(forum)
    rules = standing_rules(forum)
    if rules is None or not forum.is_active:
        return
    # What is nearer than the council plans ahead stays: people have it in their diaries.
    movable = [one for one in _movable(forum) if day_of(one.gathering.starts_at) >= _first_day()]
    Sitting.objects.filter(pk__in=[one.pk for one in movable]).update(day=None)
    wanted = _free(forum, rules)
    for sitting, slot in zip(movable, wanted, strict=False):
        _move(sitting, rules, slot)
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("The members changed how often the forum meets: version %(version)d of its rules.") % {
            "version": rules.version
        }
    for sitting in movable[len(wanted) :]:
        cancel(actor=None, gathering=sitting.gathering, reason=reason)
    for slot in wanted[len(movable) :]:
        _set(forum, rules, slot)


@transaction.atomic
def clear_calendar(*, forum: Forum, reason: str) -> int:
    """No meeting that the calendar set, and that is not published, takes place; how many were cancelled."""
    found = list(_movable(_held(forum)))
    for sitting in found:
        cancel(actor=None, gathering=sitting.gathering, reason=reason)
    Sitting.objects.filter(pk__in=[one.pk for one in found]).update(day=None)
    return len(found)


def _free(forum: Forum, rules: Rules) -> list[Slot]:
    """The days of the rules that have no meeting yet."""
    first = _first_day()
    until = today() + timedelta(days=measure("calendar.days"))
    fixed = Sitting.objects.filter(forum=forum, day__isnull=False).exclude(rules=rules).standing().last_day()
    first = max(first, fixed + timedelta(days=1)) if fixed else first
    taken = set(Sitting.objects.filter(forum=forum, day__gte=first).values_list("day", flat=True))
    wanted = slots(rules, anchor=_anchor(forum, rules), first=first, until=until, holidays=holidays())
    return [slot for slot in wanted if slot.day not in taken]


def _first_day() -> date:
    """The next day for which a meeting can still be set."""
    return today() + timedelta(days=measure("calendar.lead"))


def _anchor(forum: Forum, rules: Rules) -> date:
    """From when the weeks are counted: the first of the versions that say the same of how often it meets."""
    since = rules.since
    for version in Rules.objects.filter(forum=forum, version__lt=rules.version).order_by("-version"):
        if any(getattr(version, name) != getattr(rules, name) for name in FREQUENCY):
            break
        since = version.since
    return day_of(since)


def _set(forum: Forum, rules: Rules, slot: Slot) -> Gathering:
    with translation.override(settings.LANGUAGE_CODE):
        title = _("Meeting of %(forum)s") % {"forum": forum.title}
    gathering: Gathering = schedule(
        actor=None,
        host=forum,
        title=title,
        starts_at=begins(rules, slot.held),
        ends_at=ends(rules, slot.held),
        place=rules.place,
    )
    Sitting.objects.create(forum=forum, gathering=gathering, rules=rules, day=slot.day)
    return gathering


def _move(sitting: Sitting, rules: Rules, slot: Slot) -> None:
    gathering = sitting.gathering
    wanted = (begins(rules, slot.held), ends(rules, slot.held), rules.place)
    if (gathering.starts_at, gathering.ends_at, gathering.place) != wanted:
        starts_at, ends_at, place = wanted
        reschedule(actor=None, gathering=gathering, starts_at=starts_at, ends_at=ends_at, place=place)
    Sitting.objects.filter(pk=sitting.pk).update(rules=rules, day=slot.day)


def _movable(forum: Forum) -> SittingQuerySet:
    return Sitting.objects.filter(forum=forum).unpublished(now()).select_related("gathering")


def _held(forum: Forum) -> Any:
    """The forum is held, so that its calendar is drawn by one hand at a time."""
    return Forum.objects.select_for_update().get(pk=forum.pk)
