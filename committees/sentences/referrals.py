"""An output before a body, in words."""

from django.utils.translation import gettext as _

from committees import events
from committees.sentences.words import label_of
from core.subjects import Subject
from ledger.sentences import day_of, says


@says(events.OutputReferred)
def referred(event: events.OutputReferred, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"due": day_of(event.due)}
    sentences = {
        "clerks": _("New for your committee: %(it)s. Confirm by %(due)s that it has arrived."),
        "chair": _("New for the committee that you chair: %(it)s."),
        "authors": _("What you proposed has been sent to a committee: %(it)s."),
        "members": _("Your forum has sent this to a committee: %(it)s."),
    }
    return (
        sentences.get(audience, _("Sent to a committee: %(it)s. The clerk confirms by %(due)s that it has arrived."))
        % words
    )


@says(events.ReferralAcknowledged)
def acknowledged(event: events.ReferralAcknowledged, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"due": day_of(event.due)}
    sentences = {
        "chair": _("%(it)s has arrived. Decide by %(due)s what becomes of it."),
        "officers": _("%(it)s has arrived. Decide with the chair by %(due)s what becomes of it."),
    }
    return sentences.get(audience, _("%(it)s has arrived. By %(due)s it is decided what becomes of it.")) % words


@says(events.ReferralAccepted)
def accepted(event: events.ReferralAccepted, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.on)}
    sentences = {
        "authors": _("What you proposed will be considered on %(day)s: %(it)s."),
        "members": _("What your forum sent will be considered on %(day)s: %(it)s."),
        "supporters": _("Something that you support will be considered on %(day)s: %(it)s."),
    }
    return sentences.get(audience, _("%(it)s will be considered on %(day)s.")) % words


@says(events.ReferralRedirected)
def redirected(event: events.ReferralRedirected, subject: Subject | None, audience: str) -> str:
    return _("%(it)s was sent on to another body. Its page gives the reason and the way.") % label_of(subject)


@says(events.ReferralRefused)
def refused(event: events.ReferralRefused, subject: Subject | None, audience: str) -> str:
    sentences = {
        "authors": _("What you proposed will not be considered: %(it)s. Its page gives the reason."),
        "members": _("What your forum sent will not be considered: %(it)s. Its page gives the reason."),
        "supporters": _("Something that you support will not be considered: %(it)s. Its page gives the reason."),
    }
    return sentences.get(audience, _("%(it)s will not be considered. Its page gives the reason.")) % label_of(subject)
