"""Debates: their period and their updates."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.ThreadPeriodSet)
def period_set(event: events.ThreadPeriodSet, subject: Subject | None, audience: str) -> str:
    if not (event.opens_at or event.closes_at):
        return _("The conversation “%(label)s” takes posts without a set end.") % label_of(subject)
    return _("The days on which the conversation “%(label)s” takes posts were set anew.") % label_of(subject)


@says(events.ThreadUpdated)
def thread_updated(event: events.ThreadUpdated, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"number": event.number}
    return _("The conversation “%(label)s” has a new update, number %(number)d.") % words
