"""A forum rests, goes on, goes into another, ends."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import day_of, says


@says(events.ForumPaused)
def paused(event: events.ForumPaused, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.until)}
    return _("The forum “%(label)s” rests until %(day)s. The reason stands on its page.") % words


@says(events.ForumResumed)
def resumed(event: events.ForumResumed, subject: Subject | None, audience: str) -> str:
    return _("The forum “%(label)s” goes on.") % label_of(subject)


@says(events.EndingProposed)
def ending_proposed(event: events.EndingProposed, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.opens_on)}
    return _("A member proposed: “%(label)s”. The members vote from %(day)s on.") % words


@says(events.EndingVoteOpened)
def ending_vote(event: events.EndingVoteOpened, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.closes_on)}
    if audience == "voters":
        return _("Vote until %(day)s: “%(label)s”.") % words
    return _("The members vote on “%(label)s” until %(day)s.") % words


@says(events.EndingDecided)
def ending_decided(event: events.EndingDecided, subject: Subject | None, audience: str) -> str:
    if event.carried and audience == "others":
        return _("Another forum wants to come into yours: “%(label)s”. Say whether it can.") % label_of(subject)
    if event.carried:
        return _("The members carried “%(label)s”.") % label_of(subject)
    return _("The members did not carry “%(label)s”. The forum goes on.") % label_of(subject)


@says(events.ForumMerged)
def merged(event: events.ForumMerged, subject: Subject | None, audience: str) -> str:
    if audience == "members":
        return _("Your forum “%(label)s” has gone into another. Its page leads there: join it if you like.") % label_of(
            subject
        )
    return _("The forum “%(label)s” has gone into another.") % label_of(subject)


@says(events.ForumWarned)
def warned(event: events.ForumWarned, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.closes_on)}
    return (
        _("Nothing has happened in the forum “%(label)s” for long. It closes on %(day)s unless something does.") % words
    )


@says(events.ForumClosed)
def closed(event: events.ForumClosed, subject: Subject | None, audience: str) -> str:
    if event.idle:
        return _("The forum “%(label)s” was closed because nothing happened in it. It stays to be read.") % label_of(
            subject
        )
    return _("The members closed the forum “%(label)s”. It stays to be read.") % label_of(subject)
