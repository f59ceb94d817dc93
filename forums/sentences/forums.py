"""A forum and its people."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.ForumCreated)
def forum_created(event: events.ForumCreated, subject: Subject | None, audience: str) -> str:
    return _("The forum “%(label)s” was set up.") % label_of(subject)


@says(events.ForumChanged)
def forum_changed(event: events.ForumChanged, subject: Subject | None, audience: str) -> str:
    return _("What the forum “%(label)s” is for was written anew.") % label_of(subject)


@says(events.ForumMoved)
def forum_moved(event: events.ForumMoved, subject: Subject | None, audience: str) -> str:
    sentences = {
        "active": _("The forum “%(label)s” was taken up again."),
        "paused": _("The forum “%(label)s” was paused."),
        "closed": _("The forum “%(label)s” was closed. It stays to be read."),
    }
    return sentences[event.state] % label_of(subject)


@says(events.ForumJoined)
def forum_joined(event: events.ForumJoined, subject: Subject | None, audience: str) -> str:
    return _("Somebody joined the forum “%(label)s”.") % label_of(subject)


@says(events.ForumLeft)
def forum_left(event: events.ForumLeft, subject: Subject | None, audience: str) -> str:
    return _("Somebody left the forum “%(label)s”.") % label_of(subject)


@says(events.FacilitatorAppointed)
def facilitator_appointed(event: events.FacilitatorAppointed, subject: Subject | None, audience: str) -> str:
    if audience == "facilitator":
        return _("You are a facilitator of the forum “%(label)s” now.") % label_of(subject)
    return _("The forum “%(label)s” has a new facilitator.") % label_of(subject)


@says(events.FacilitatorEnded)
def facilitator_ended(event: events.FacilitatorEnded, subject: Subject | None, audience: str) -> str:
    if audience == "facilitator":
        return _("You are no longer a facilitator of the forum “%(label)s”; you are a member.") % label_of(subject)
    return _("A facilitator of the forum “%(label)s” has handed over.") % label_of(subject)


@says(events.MandateGiven)
def mandate_given(event: events.MandateGiven, subject: Subject | None, audience: str) -> str:
    if audience == "representative":
        return _("You speak for the forum “%(label)s” now. Your mandate says on what.") % label_of(subject)
    return _("The forum “%(label)s” chose somebody to speak for it.") % label_of(subject)


@says(events.MandateRecalled)
def mandate_recalled(event: events.MandateRecalled, subject: Subject | None, audience: str) -> str:
    if audience == "representative":
        return _("You no longer speak for the forum “%(label)s”.") % label_of(subject)
    return _("The forum “%(label)s” called its representative back.") % label_of(subject)


@says(events.PlaceGiven)
def place_given(event: events.PlaceGiven, subject: Subject | None, audience: str) -> str:
    if audience == "member":
        return _("There is a place for you in the forum “%(label)s”: you are a member now.") % label_of(subject)
    return _("Somebody who waited joined the forum “%(label)s”.") % label_of(subject)
