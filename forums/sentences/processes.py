"""Processes and their phases."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.ProcessCreated)
def process_created(event: events.ProcessCreated, subject: Subject | None, audience: str) -> str:
    return _("A new process was set up: “%(label)s”.") % label_of(subject)


@says(events.ProcessChanged)
def process_changed(event: events.ProcessChanged, subject: Subject | None, audience: str) -> str:
    return _("The process “%(label)s” was described anew.") % label_of(subject)


@says(events.PhaseSet)
def phase_set(event: events.PhaseSet, subject: Subject | None, audience: str) -> str:
    return _("The phases of “%(label)s” were changed.") % label_of(subject)


@says(events.PhaseBegan)
def phase_began(event: events.PhaseBegan, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"number": event.number}
    return _("Phase %(number)d of “%(label)s” has begun.") % words
