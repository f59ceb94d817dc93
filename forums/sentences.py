from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from ledger.sentences import says


def _label(subject: Subject | None) -> dict[str, str]:
    return {"label": subject.label if subject else "?"}


@says(events.ForumCreated)
def forum_created(event: events.ForumCreated, subject: Subject | None, audience: str) -> str:
    return _("The forum “%(label)s” was set up.") % _label(subject)


@says(events.ForumChanged)
def forum_changed(event: events.ForumChanged, subject: Subject | None, audience: str) -> str:
    return _("What the forum “%(label)s” is for was written anew.") % _label(subject)


@says(events.ForumMoved)
def forum_moved(event: events.ForumMoved, subject: Subject | None, audience: str) -> str:
    sentences = {
        "active": _("The forum “%(label)s” was taken up again."),
        "paused": _("The forum “%(label)s” was paused."),
        "closed": _("The forum “%(label)s” was closed. It stays to be read."),
    }
    return sentences[event.state] % _label(subject)


@says(events.ForumJoined)
def forum_joined(event: events.ForumJoined, subject: Subject | None, audience: str) -> str:
    return _("Somebody joined the forum “%(label)s”.") % _label(subject)


@says(events.ForumLeft)
def forum_left(event: events.ForumLeft, subject: Subject | None, audience: str) -> str:
    return _("Somebody left the forum “%(label)s”.") % _label(subject)


@says(events.FacilitatorAppointed)
def facilitator_appointed(event: events.FacilitatorAppointed, subject: Subject | None, audience: str) -> str:
    if audience == "facilitator":
        return _("You are a facilitator of the forum “%(label)s” now.") % _label(subject)
    return _("The forum “%(label)s” has a new facilitator.") % _label(subject)


@says(events.FacilitatorEnded)
def facilitator_ended(event: events.FacilitatorEnded, subject: Subject | None, audience: str) -> str:
    if audience == "facilitator":
        return _("You are no longer a facilitator of the forum “%(label)s”; you are a member.") % _label(subject)
    return _("A facilitator of the forum “%(label)s” has handed over.") % _label(subject)


@says(events.MandateGiven)
def mandate_given(event: events.MandateGiven, subject: Subject | None, audience: str) -> str:
    if audience == "representative":
        return _("You speak for the forum “%(label)s” now. Your mandate says on what.") % _label(subject)
    return _("The forum “%(label)s” chose somebody to speak for it.") % _label(subject)


@says(events.MandateRecalled)
def mandate_recalled(event: events.MandateRecalled, subject: Subject | None, audience: str) -> str:
    if audience == "representative":
        return _("You no longer speak for the forum “%(label)s”.") % _label(subject)
    return _("The forum “%(label)s” called its representative back.") % _label(subject)


@says(events.ActivityOpened)
def activity_opened(event: events.ActivityOpened, subject: Subject | None, audience: str) -> str:
    return _("A new activity begins: “%(label)s”.") % _label(subject)


@says(events.ActivityChanged)
def activity_changed(event: events.ActivityChanged, subject: Subject | None, audience: str) -> str:
    return _("The activity “%(label)s” was changed.") % _label(subject)


@says(events.ActivityRulesFrozen)
def rules_frozen(event: events.ActivityRulesFrozen, subject: Subject | None, audience: str) -> str:
    return _("Somebody took part in “%(label)s” for the first time, so its rules are fixed.") % _label(subject)


@says(events.ThreadStarted)
def thread_started(event: events.ThreadStarted, subject: Subject | None, audience: str) -> str:
    return _("A conversation was started: “%(label)s”.") % _label(subject)


@says(events.ThreadPinned)
def thread_pinned(event: events.ThreadPinned, subject: Subject | None, audience: str) -> str:
    if event.pinned:
        return _("The conversation “%(label)s” was put at the top.") % _label(subject)
    return _("The conversation “%(label)s” no longer stands at the top.") % _label(subject)


@says(events.ThreadClosed)
def thread_closed(event: events.ThreadClosed, subject: Subject | None, audience: str) -> str:
    if audience == "participants":
        return _("The conversation “%(label)s”, in which you took part, was closed with written conclusions.") % _label(
            subject
        )
    return _("The conversation “%(label)s” was closed with written conclusions.") % _label(subject)


@says(events.PostPublished)
def post_published(event: events.PostPublished, subject: Subject | None, audience: str) -> str:
    if audience == "author":
        return _("Somebody answered you in “%(label)s”.") % _label(subject)
    return _("Somebody wrote in “%(label)s”.") % _label(subject)


@says(events.PostEdited)
def post_edited(event: events.PostEdited, subject: Subject | None, audience: str) -> str:
    return _("A post in “%(label)s” was put right by its author.") % _label(subject)


@says(events.PostPinned)
def post_pinned(event: events.PostPinned, subject: Subject | None, audience: str) -> str:
    if event.pinned:
        return _("A post in “%(label)s” was put at the top.") % _label(subject)
    return _("A post in “%(label)s” no longer stands at the top.") % _label(subject)
