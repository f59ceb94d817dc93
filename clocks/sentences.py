"""What happened to a deadline, in a sentence."""

from django.utils.translation import gettext as _, ngettext

from clocks.events import DeadlineMoved, DeadlineOverridden, HolidayProclaimed, RuleSet
from core import numbers
from core.subjects import Subject
from ledger.sentences import day_of, says


@says(HolidayProclaimed)
def holiday_proclaimed(event: HolidayProclaimed, subject: Subject | None, audience: str) -> str:
    if not event.moved:
        return _("%(day)s was added to the days on which the council's offices are closed.") % {
            "day": day_of(event.day)
        }
    return ngettext(
        "%(day)s was added to the days on which the council's offices are closed, and %(n)d deadline moved.",
        "%(day)s was added to the days on which the council's offices are closed, and %(n)d deadlines moved.",
        event.moved,
    ) % {"day": day_of(event.day), "n": event.moved}


@says(DeadlineMoved)
def deadline_moved(event: DeadlineMoved, subject: Subject | None, audience: str) -> str:
    return _("A deadline moved from %(was)s to %(becomes)s, because %(holiday)s was added to the holidays.") % {
        "was": day_of(event.was),
        "becomes": day_of(event.becomes),
        "holiday": day_of(event.holiday),
    }


@says(DeadlineOverridden)
def deadline_overridden(event: DeadlineOverridden, subject: Subject | None, audience: str) -> str:
    return _("A deadline was moved by hand from %(was)s to %(becomes)s; the reason stands beside it.") % {
        "was": day_of(event.was),
        "becomes": day_of(event.becomes),
    }


@says(RuleSet)
def rule_set(event: RuleSet, subject: Subject | None, audience: str) -> str:
    return numbers.sentence(event, subject)
