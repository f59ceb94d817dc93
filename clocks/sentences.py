"""What happened to a deadline, in a sentence."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from clocks.events import DeadlineMoved, DeadlineOverridden, HolidayProclaimed
from core.subjects import Subject
from ledger.sentences import says


@says(HolidayProclaimed)
def holiday_proclaimed(event: HolidayProclaimed, subject: Subject | None, audience: str) -> str:
    if not event.moved:
        return _("%(day)s was added to the days on which the council's offices are closed.") % {"day": _day(event.day)}
    return ngettext(
        "%(day)s was added to the days on which the council's offices are closed, and %(n)d deadline moved.",
        "%(day)s was added to the days on which the council's offices are closed, and %(n)d deadlines moved.",
        event.moved,
    ) % {"day": _day(event.day), "n": event.moved}


@says(DeadlineMoved)
def deadline_moved(event: DeadlineMoved, subject: Subject | None, audience: str) -> str:
    return _("A deadline moved from %(was)s to %(becomes)s, because %(holiday)s was added to the holidays.") % {
        "was": _day(event.was),
        "becomes": _day(event.becomes),
        "holiday": _day(event.holiday),
    }


@says(DeadlineOverridden)
def deadline_overridden(event: DeadlineOverridden, subject: Subject | None, audience: str) -> str:
    return _("A deadline was moved by hand from %(was)s to %(becomes)s; the reason stands beside it.") % {
        "was": _day(event.was),
        "becomes": _day(event.becomes),
    }


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "j F Y")
