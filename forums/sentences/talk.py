"""What is said in a forum."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.ThreadStarted)
def thread_started(event: events.ThreadStarted, subject: Subject | None, audience: str) -> str:
    return _("A conversation was started: “%(label)s”.") % label_of(subject)


@says(events.ThreadPinned)
def thread_pinned(event: events.ThreadPinned, subject: Subject | None, audience: str) -> str:
    if event.pinned:
        return _("The conversation “%(label)s” was put at the top.") % label_of(subject)
    return _("The conversation “%(label)s” no longer stands at the top.") % label_of(subject)


@says(events.ThreadClosed)
def thread_closed(event: events.ThreadClosed, subject: Subject | None, audience: str) -> str:
    if audience == "participants":
        return _(
            "The conversation “%(label)s”, in which you took part, was closed with written conclusions."
        ) % label_of(subject)
    return _("The conversation “%(label)s” was closed with written conclusions.") % label_of(subject)


@says(events.PostPublished)
def post_published(event: events.PostPublished, subject: Subject | None, audience: str) -> str:
    if audience == "author":
        return _("Somebody answered you in “%(label)s”.") % label_of(subject)
    if audience == "mentioned":
        return _("Somebody named you in “%(label)s”.") % label_of(subject)
    return _("Somebody wrote in “%(label)s”.") % label_of(subject)


@says(events.PostEdited)
def post_edited(event: events.PostEdited, subject: Subject | None, audience: str) -> str:
    if audience == "mentioned":
        return _("Somebody named you in “%(label)s”.") % label_of(subject)
    return _("A post in “%(label)s” was put right by its author.") % label_of(subject)


@says(events.PostDeleted)
def post_deleted(event: events.PostDeleted, subject: Subject | None, audience: str) -> str:
    return _("A post in “%(label)s” was deleted by its author.") % label_of(subject)


@says(events.PostPinned)
def post_pinned(event: events.PostPinned, subject: Subject | None, audience: str) -> str:
    if event.pinned:
        return _("A post in “%(label)s” was put at the top.") % label_of(subject)
    return _("A post in “%(label)s” no longer stands at the top.") % label_of(subject)
