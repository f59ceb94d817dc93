"""A request for a forum, step by step."""

from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import day_of, says


@says(events.ForumRequested)
def forum_requested(event: events.ForumRequested, subject: Subject | None, audience: str) -> str:
    return _("A resident asked for a forum: “%(label)s”.") % label_of(subject)


@says(events.RequestReached)
def request_reached(event: events.RequestReached, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.due), "n": str(event.backers)}
    if audience == "council":
        return _("“%(label)s” asks for a forum, and waits for the council's yes or no by %(day)s.") % words
    if audience == "backers":
        return _("The request that you back, “%(label)s”, is before the council. It answers by %(day)s.") % words
    return (
        ngettext(
            "“%(label)s” went before the council with %(n)s resident behind it. The answer is due by %(day)s.",
            "“%(label)s” went before the council with %(n)s residents behind it. The answer is due by %(day)s.",
            event.backers,
        )
        % words
    )


@says(events.RequestAnswered)
def request_answered(event: events.RequestAnswered, subject: Subject | None, audience: str) -> str:
    if event.agreed and audience == "backers":
        return _("The council agreed to “%(label)s”. Join the others and write its rules.") % label_of(subject)
    if event.agreed:
        return _("The council agreed to “%(label)s”. Those who asked for the forum found it now.") % label_of(subject)
    if audience == "backers":
        return _("The council refused “%(label)s” and says why. You can ask scrutiny to look at it again.") % label_of(
            subject
        )
    return _("The council refused “%(label)s”, with its reasons.") % label_of(subject)


@says(events.RequestReviewAsked)
def review_asked(event: events.RequestReviewAsked, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.due)}
    if audience == "scrutiny":
        return _("The refusal of “%(label)s” waits for your second look by %(day)s.") % words
    return _("Scrutiny was asked to look again at the refusal of “%(label)s”, by %(day)s.") % words


@says(events.RequestReviewed)
def reviewed(event: events.RequestReviewed, subject: Subject | None, audience: str) -> str:
    if event.overturned and audience == "backers":
        return _("Scrutiny overturned the refusal of “%(label)s”. Join the others and write its rules.") % label_of(
            subject
        )
    if event.overturned:
        return _("Scrutiny overturned the refusal of “%(label)s”. The forum is founded now.") % label_of(subject)
    return _("Scrutiny confirmed the refusal of “%(label)s”, with its reasons.") % label_of(subject)
