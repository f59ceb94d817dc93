"""Registrations in sentences. Only the person concerned reads their own; the public reads that registration is open."""

from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from ledger.sentences import says
from meetings import events
from meetings.sentences.words import moment, title_of


@says(events.RegistrationOpened)
def opened(event: events.RegistrationOpened, subject: Subject | None, audience: str) -> str:
    if not event.places:
        return _("You can register for “%(title)s”.") % {"title": title_of(subject)}
    return ngettext(
        "You can register for “%(title)s”: there is %(n)d place.",
        "You can register for “%(title)s”: there are %(n)d places.",
        event.places,
    ) % {"title": title_of(subject), "n": event.places}


@says(events.RegistrationTaken)
def taken(event: events.RegistrationTaken, subject: Subject | None, audience: str) -> str:
    facts = {"title": title_of(subject), "when": moment(event.starts_at), "code": event.code}
    if audience != "yourself":
        return _("Somebody registered for “%(title)s”.") % facts
    if event.waiting:
        return (
            _("“%(title)s” on %(when)s is full. You are on the waiting list; we tell you when you have a place.")
            % facts
        )
    return _("You have a place at “%(title)s” on %(when)s. Your code for the door is %(code)s.") % facts


@says(events.MovedUp)
def moved_up(event: events.MovedUp, subject: Subject | None, audience: str) -> str:
    facts = {"title": title_of(subject), "when": moment(event.starts_at), "code": event.code}
    if audience != "yourself":
        return _("Somebody on the waiting list of “%(title)s” has a place now.") % facts
    return (
        _(
            "A place is free: you are in at “%(title)s” on %(when)s. Your code for the door is %(code)s. If you cannot come, please cancel."
        )
        % facts
    )


@says(events.RegistrationCancelled)
def cancelled(event: events.RegistrationCancelled, subject: Subject | None, audience: str) -> str:
    return _("Somebody who had registered for “%(title)s” will not come.") % {"title": title_of(subject)}
