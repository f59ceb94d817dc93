"""A reminder in a sentence."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from chain.events import StepDueSoon, StepOverdue
from core.subjects import Subject
from ledger.sentences import says


@says(StepDueSoon)
def due_soon(event: StepDueSoon, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "“%(title)s” waits for you until %(day)s: %(n)d working day is left.",
        "“%(title)s” waits for you until %(day)s: %(n)d working days are left.",
        event.working_days,
    ) % {"title": _title(subject), "day": _day(event.due), "n": event.working_days}


@says(StepOverdue)
def overdue(event: StepOverdue, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” was owed by %(day)s and is overdue. Everybody can see that it is.") % {
        "title": _title(subject),
        "day": _day(event.due),
    }


def _title(subject: Subject | None) -> str:
    return subject.label if subject else _("A step")


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "l j F")
