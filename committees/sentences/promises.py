"""How a promise goes, and what those who asked say of it, in words."""

from django.utils.translation import gettext as _, ngettext

from committees import events
from committees.sentences.words import label_of
from core.subjects import Subject
from ledger.sentences import day_of, says

ASKED = ("authors", "members", "supporters")


@says(events.ProgressReported)
def progress(event: events.ProgressReported, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"due": day_of(event.due), "was": day_of(event.due_was)}
    if event.due_was:
        return _("The day of this promise moved from %(was)s to %(due)s: %(it)s") % words
    if event.state == "at_risk":
        return _("This promise is at risk, says its owner: %(it)s") % words
    return _("This promise is on track, says its owner: %(it)s") % words


@says(events.CommitmentOverdue)
def overdue(event: events.CommitmentOverdue, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"due": day_of(event.due)}
    if audience == "holder":
        return _("You promised this by %(due)s, and it is late. Everybody can see that: %(it)s") % words
    if audience in ASKED:
        return _("What you asked for was promised by %(due)s and is late: %(it)s") % words
    return _("This was promised by %(due)s and is late: %(it)s") % words


@says(events.DeliveryClaimed)
def claimed(event: events.DeliveryClaimed, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.judge_by)}
    if audience in ASKED:
        return _("What you asked for is said to be delivered. Say by %(day)s whether it is: %(it)s") % words
    return _("Said to be delivered. Those who asked say until %(day)s whether it is: %(it)s") % words


@says(events.DeliveryConfirmed)
def confirmed(event: events.DeliveryConfirmed, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"n": event.confirmed}
    return (
        ngettext(
            "Delivered: %(n)d of those who asked confirms it: %(it)s",
            "Delivered: %(n)d of those who asked confirm it: %(it)s",
            event.confirmed,
        )
        % words
    )


@says(events.DeliveryUnanswered)
def unanswered(event: events.DeliveryUnanswered, subject: Subject | None, audience: str) -> str:
    return _("Closed as delivered, though nobody who asked has confirmed it: %(it)s") % label_of(subject)


@says(events.DeliveryDisputed)
def disputed(event: events.DeliveryDisputed, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"due": day_of(event.due)}
    if audience == "clerks":
        return (
            _("A delivery is disputed and is back with the committee. Put it on an agenda by %(due)s: %(it)s") % words
        )
    if audience == "holder":
        return (
            _("Those who asked say that your promise was not delivered. It is back with the committee: %(it)s") % words
        )
    return _("Those who asked say it was not delivered. It is back with the committee: %(it)s") % words


@says(events.DisputeTaken)
def taken(event: events.DisputeTaken, subject: Subject | None, audience: str) -> str:
    return _("The disputed delivery is on the agenda of %(day)s: %(it)s") % (
        label_of(subject) | {"day": day_of(event.on)}
    )
