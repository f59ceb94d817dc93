"""What happened to a gathering, in a sentence."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from core.clock import LONDON
from core.subjects import Subject
from ledger.sentences import says
from meetings import events


@says(events.GatheringScheduled)
def scheduled(event: events.GatheringScheduled, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” was set for %(when)s.") % {"title": _title(subject), "when": _when(event.starts_at)}


@says(events.GatheringMoved)
def moved(event: events.GatheringMoved, subject: Subject | None, audience: str) -> str:
    if event.was == event.starts_at:
        return _("Something about “%(title)s” on %(when)s changed: look at its page for the place.") % {
            "title": _title(subject),
            "when": _when(event.starts_at),
        }
    return _("“%(title)s” moved from %(was)s to %(when)s.") % {
        "title": _title(subject),
        "was": _when(event.was),
        "when": _when(event.starts_at),
    }


@says(events.GatheringCancelled)
def cancelled(event: events.GatheringCancelled, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” on %(when)s was cancelled; the reason stands on its page.") % {
        "title": _title(subject),
        "when": _when(event.starts_at),
    }


@says(events.GatheringAgendaPublished)
def agenda_published(event: events.GatheringAgendaPublished, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "The agenda of “%(title)s” on %(when)s was published, with %(n)d item.",
        "The agenda of “%(title)s” on %(when)s was published, with %(n)d items.",
        event.items,
    ) % {"title": _title(subject), "when": _when(event.starts_at), "n": event.items}


@says(events.GatheringStarted)
def started(event: events.GatheringStarted, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” began.") % {"title": _title(subject)}


@says(events.GatheringEnded)
def ended(event: events.GatheringEnded, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "“%(title)s” ended; %(n)d person was there.", "“%(title)s” ended; %(n)d people were there.", event.present
    ) % {"title": _title(subject), "n": event.present}


@says(events.NotesWritten)
def notes_written(event: events.NotesWritten, subject: Subject | None, audience: str) -> str:
    if event.version == 1:
        return _("The notes of “%(title)s” were published.") % {"title": _title(subject)}
    return _("The notes of “%(title)s” were corrected: version %(version)d is out.") % {
        "title": _title(subject),
        "version": event.version,
    }


@says(events.NotesAgreed)
def notes_agreed(event: events.NotesAgreed, subject: Subject | None, audience: str) -> str:
    return _("The notes of “%(title)s” were agreed.") % {"title": _title(subject)}


def _title(subject: Subject | None) -> str:
    return subject.label if subject else _("A gathering")


def _when(iso: str) -> str:
    return date_format(datetime.fromisoformat(iso).astimezone(LONDON), "j F Y, H:i")
