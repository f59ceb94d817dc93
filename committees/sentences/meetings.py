"""Meetings, agendas and what came of them, in words."""

from django.utils.translation import gettext as _, ngettext

from committees import events
from committees.sentences.words import label_of
from core.subjects import Subject
from ledger.sentences import day_of, says


@says(events.MeetingScheduled)
def scheduled(event: events.MeetingScheduled, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"last": day_of(event.publish_by)}
    return _("A meeting was called: %(it)s. Its agenda must be out by %(last)s.") % words


@says(events.MeetingMoved)
def moved(event: events.MeetingMoved, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"was": day_of(event.was)}
    return _("A meeting was moved: %(it)s. It had been called for %(was)s.") % words


@says(events.MeetingCancelled)
def cancelled(event: events.MeetingCancelled, subject: Subject | None, audience: str) -> str:
    if event.to_meeting_id:
        return _("A meeting was cancelled: %(it)s. Its items stand on the agenda of another.") % label_of(subject)
    return _("A meeting was cancelled: %(it)s.") % label_of(subject)


@says(events.AgendaItemAdded)
def item_added(event: events.AgendaItemAdded, subject: Subject | None, audience: str) -> str:
    if event.late:
        return _("Added after the agenda was out, for the chair's written reason: “%(it)s”.") % label_of(subject)
    return _("Put on an agenda: “%(it)s”.") % label_of(subject)


@says(events.AgendaPublished)
def agenda(event: events.AgendaPublished, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"items": event.items}
    if event.short_notice:
        return _("The agenda is out at short notice, for the chair's written reason: %(it)s.") % words
    sentences = {
        "authors": _("What you proposed is on a published agenda: %(it)s."),
        "members": _("What your forum sent is on a published agenda: %(it)s."),
        "supporters": _("Something that you support is on a published agenda: %(it)s."),
    }
    general = ngettext(
        "The agenda is out: %(it)s, %(items)d item.", "The agenda is out: %(it)s, %(items)d items.", event.items
    )
    return sentences.get(audience, general) % words


@says(events.MeetingStarted)
def started(event: events.MeetingStarted, subject: Subject | None, audience: str) -> str:
    return _("The meeting was opened: %(it)s.") % label_of(subject)


@says(events.SeatsCounted)
def counted(event: events.SeatsCounted, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"present": event.present, "quorum": event.quorum}
    if event.quorate:
        return _("%(present)d voting members were there, of %(quorum)d needed to decide: %(it)s.") % words
    return _("Only %(present)d voting members were there, of %(quorum)d needed to decide: %(it)s.") % words


@says(events.MeetingEnded)
def ended(event: events.MeetingEnded, subject: Subject | None, audience: str) -> str:
    return _("The meeting ended, with every item dealt with: %(it)s.") % label_of(subject)


@says(events.RecommendationDrafted)
def drafted(event: events.RecommendationDrafted, subject: Subject | None, audience: str) -> str:
    return _("Drafted for the committee to vote on: %(it)s") % label_of(subject)


@says(events.RecommendationWithdrawn)
def withdrawn(event: events.RecommendationWithdrawn, subject: Subject | None, audience: str) -> str:
    return _("The draft was taken back before a vote: %(it)s") % label_of(subject)


@says(events.RecommendationVoted)
def voted(event: events.RecommendationVoted, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"yes": event.votes_for, "no": event.votes_against, "abstained": event.abstained}
    if event.adopted and event.casting:
        return _("Adopted by the chair's casting vote, %(yes)d for and %(no)d against: %(it)s") % words
    if event.adopted:
        return _("Adopted, %(yes)d for, %(no)d against, %(abstained)d abstained: %(it)s") % words
    return _("Lost, %(yes)d for, %(no)d against, %(abstained)d abstained: %(it)s") % words


@says(events.ItemConsidered)
def considered(event: events.ItemConsidered, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"n": event.recommendations}
    if not event.recommendations:
        return _("The committee considered “%(it)s” and recommended nothing. It gives its reason.") % words
    return (
        ngettext(
            "The committee considered “%(it)s” and made %(n)d recommendation.",
            "The committee considered “%(it)s” and made %(n)d recommendations.",
            event.recommendations,
        )
        % words
    )


@says(events.ItemAdjourned)
def adjourned(event: events.ItemAdjourned, subject: Subject | None, audience: str) -> str:
    return _("“%(it)s” was put off to the meeting on %(day)s.") % (label_of(subject) | {"day": day_of(event.on)})
