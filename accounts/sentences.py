"""Every event of this app in words; "self" is whom it is about."""

from django.utils.translation import gettext as _, ngettext

from accounts import events
from accounts.models import Role
from core.subjects import Subject
from ledger.sentences import says


@says(events.PersonRegistered)
def registered(event: events.PersonRegistered, subject: Subject | None, audience: str) -> str:
    return _("Somebody joined.")


@says(events.LevelChanged)
def level_changed(event: events.LevelChanged, subject: Subject | None, audience: str) -> str:
    if event.level > event.before:
        return _("Somebody's residence is better known than before.")
    return _("Somebody moved; their residence has to be proved anew.")


@says(events.PersonVerified)
def verified(event: events.PersonVerified, subject: Subject | None, audience: str) -> str:
    if audience == "self":
        return _("Your residence is verified. What you support counts fully from now on.")
    return _("Somebody's residence was verified.")


@says(events.LetterAsked)
def letter_asked(event: events.LetterAsked, subject: Subject | None, audience: str) -> str:
    return _("Somebody asked for a letter with a code.")


@says(events.LettersPrinted)
def letters_printed(event: events.LettersPrinted, subject: Subject | None, audience: str) -> str:
    return ngettext("%(n)d letter with a code was printed.", "%(n)d letters with codes were printed.", event.count) % {
        "n": event.count
    }


@says(events.RegisterUploaded)
def register_uploaded(event: events.RegisterUploaded, subject: Subject | None, audience: str) -> str:
    return _("A register of %(lines)d residents was uploaded; %(refused)d lines could not be used.") % {
        "lines": event.lines,
        "refused": event.refused,
    }


@says(events.StandingDeclared)
def standing_declared(event: events.StandingDeclared, subject: Subject | None, audience: str) -> str:
    return _("Somebody said in which capacity they take part.")


@says(events.StandingChecked)
def standing_checked(event: events.StandingChecked, subject: Subject | None, audience: str) -> str:
    if audience == "self":
        return _("An officer has checked in which capacity you take part.")
    return _("An officer checked in which capacity somebody takes part.")


@says(events.StandingEnded)
def standing_ended(event: events.StandingEnded, subject: Subject | None, audience: str) -> str:
    return _("Somebody no longer takes part in a certain capacity.")


@says(events.RoleGranted)
def role_granted(event: events.RoleGranted, subject: Subject | None, audience: str) -> str:
    role = {"role": Role(event.role).label}
    return (
        _("You hold the role of %(role)s now.") % role
        if audience == "self"
        else _("The role of %(role)s was granted.") % role
    )


@says(events.RoleEnded)
def role_ended(event: events.RoleEnded, subject: Subject | None, audience: str) -> str:
    role = {"role": Role(event.role).label}
    return (
        _("Your role of %(role)s has ended.") % role
        if audience == "self"
        else _("A role of %(role)s has ended.") % role
    )


@says(events.TermsPublished)
def terms_published(event: events.TermsPublished, subject: Subject | None, audience: str) -> str:
    if event.must_accept_again:
        return _("Version %(n)d of the terms of use came out; everybody is asked to accept it.") % {"n": event.version}
    return _("Version %(n)d of the terms of use came out.") % {"n": event.version}


@says(events.ExportAsked)
def export_asked(event: events.ExportAsked, subject: Subject | None, audience: str) -> str:
    return _("Somebody asked for a copy of their data.")


@says(events.ExportReady)
def export_ready(event: events.ExportReady, subject: Subject | None, audience: str) -> str:
    if audience == "self":
        return _("The copy of your data is ready. You can fetch it for a week.")
    return _("A copy of somebody's data is ready.")


@says(events.PersonErased)
def erased(event: events.PersonErased, subject: Subject | None, audience: str) -> str:
    return _("Somebody left, and their personal data was deleted.")


@says(events.PeopleMerged)
def merged(event: events.PeopleMerged, subject: Subject | None, audience: str) -> str:
    return _("Two entries turned out to be one person and were joined.")


@says(events.AccountWarned)
def warned(event: events.AccountWarned, subject: Subject | None, audience: str) -> str:
    if audience == "self" and event.warning > 1:
        return _("You have not signed in for a very long time. If you do not within 30 days, your account is deleted.")
    if audience == "self":
        return _("You have not signed in for almost two years. Sign in once to keep your account.")
    return _("Somebody was told that their account has been silent for long.")


@says(events.RetentionReported)
def retention_reported(event: events.RetentionReported, subject: Subject | None, audience: str) -> str:
    if audience == "administrators":
        return ngettext(
            "A report on personal data past its time waits for you: %(n)d case.",
            "A report on personal data past its time waits for you: %(n)d cases.",
            event.count,
        ) % {"n": event.count}
    return _("A report on personal data past its time was made: %(n)d cases.") % {"n": event.count}


@says(events.RetentionCarriedOut)
def retention_carried_out(event: events.RetentionCarriedOut, subject: Subject | None, audience: str) -> str:
    return _("Personal data past its time was dealt with: %(n)d cases.") % {"n": event.count}
