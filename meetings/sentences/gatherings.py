"""What happened to a gathering, in a sentence."""

from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from ledger.sentences import says
from meetings import events
from meetings.sentences.words import moment, title_of


@says(events.GatheringScheduled)
def scheduled(event: events.GatheringScheduled, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” was set for %(when)s.") % {"title": title_of(subject), "when": moment(event.starts_at)}


@says(events.GatheringMoved)
def moved(event: events.GatheringMoved, subject: Subject | None, audience: str) -> str:
    if event.was == event.starts_at:
        return _("Something about “%(title)s” on %(when)s changed: look at its page for the place.") % {
            "title": title_of(subject),
            "when": moment(event.starts_at),
        }
    return _("“%(title)s” moved from %(was)s to %(when)s.") % {
        "title": title_of(subject),
        "was": moment(event.was),
        "when": moment(event.starts_at),
    }


@says(events.GatheringCancelled)
def cancelled(event: events.GatheringCancelled, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” on %(when)s was cancelled; the reason stands on its page.") % {
        "title": title_of(subject),
        "when": moment(event.starts_at),
    }


@says(events.GatheringAgendaPublished)
def agenda_published(event: events.GatheringAgendaPublished, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "The agenda of “%(title)s” on %(when)s was published, with %(n)d item.",
        "The agenda of “%(title)s” on %(when)s was published, with %(n)d items.",
        event.items,
    ) % {"title": title_of(subject), "when": moment(event.starts_at), "n": event.items}


@says(events.GatheringStarted)
def started(event: events.GatheringStarted, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” began.") % {"title": title_of(subject)}


@says(events.GatheringEnded)
def ended(event: events.GatheringEnded, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "“%(title)s” ended; %(n)d person was there.", "“%(title)s” ended; %(n)d people were there.", event.present
    ) % {"title": title_of(subject), "n": event.present}


@says(events.NotesWritten)
def notes_written(event: events.NotesWritten, subject: Subject | None, audience: str) -> str:
    if event.version == 1:
        return _("The notes of “%(title)s” were published.") % {"title": title_of(subject)}
    return _("The notes of “%(title)s” were corrected: version %(version)d is out.") % {
        "title": title_of(subject),
        "version": event.version,
    }


@says(events.NotesAgreed)
def notes_agreed(event: events.NotesAgreed, subject: Subject | None, audience: str) -> str:
    return _("The notes of “%(title)s” were agreed.") % {"title": title_of(subject)}
