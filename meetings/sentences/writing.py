"""Notes, reports and reminders in sentences."""

from datetime import date

from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from core.ui.dates import day_words
from ledger.sentences import says
from meetings import events
from meetings.sentences.words import moment, title_of


@says(events.NotesObjected)
def objected(event: events.NotesObjected, subject: Subject | None, audience: str) -> str:
    facts = {"title": title_of(subject), "version": event.version}
    if audience == "runners":
        return _("A member objects to the notes of “%(title)s”, version %(version)d. A new version settles it.") % facts
    return _("A member objects to the notes of “%(title)s”, version %(version)d.") % facts


@says(events.ReportPublished)
def reported(event: events.ReportPublished, subject: Subject | None, audience: str) -> str:
    return _("The closing report of “%(title)s” is out.") % {"title": title_of(subject)}


@says(events.GatheringNears)
def nears(event: events.GatheringNears, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "You have registered for “%(title)s”: it is in %(n)d day, on %(when)s. If you cannot come, cancel, so that somebody else can.",
        "You have registered for “%(title)s”: it is in %(n)d days, on %(when)s. If you cannot come, cancel, so that somebody else can.",
        event.days,
    ) % {"title": title_of(subject), "n": event.days, "when": moment(event.starts_at)}


@says(events.GatheringToClose)
def to_close(event: events.GatheringToClose, subject: Subject | None, audience: str) -> str:
    return _(
        "The time of “%(title)s” on %(when)s is over: end it, and write up who came and what came of each item."
    ) % {
        "title": title_of(subject),
        "when": moment(event.starts_at),
    }


@says(events.NotesOwed)
def notes_owed(event: events.NotesOwed, subject: Subject | None, audience: str) -> str:
    day = date.fromisoformat(event.due)
    return _("“%(title)s” has no notes yet. They are due by %(day)s.") % {
        "title": title_of(subject),
        "day": day_words(day, "full", day),
    }
