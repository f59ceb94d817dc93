from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.ThreadSlowed)
def thread_slowed(event: events.ThreadSlowed, subject: Subject | None, audience: str) -> str:
    if not event.minutes:
        return _("A facilitator ended the slow pace in “%(label)s”.") % label_of(subject)
    return ngettext(
        "A facilitator slowed “%(label)s”: one post per person in %(n)d minute.",
        "A facilitator slowed “%(label)s”: one post per person in %(n)d minutes.",
        event.minutes,
    ) % {**label_of(subject), "n": event.minutes}


@says(events.PostsMoved)
def posts_moved(event: events.PostsMoved, subject: Subject | None, audience: str) -> str:
    if audience == "authors":
        return _(
            "Something you wrote in “%(label)s” was moved to another conversation. A mark in its place says why."
        ) % label_of(subject)
    return ngettext(
        "A facilitator moved %(n)d post from “%(label)s” to another conversation.",
        "A facilitator moved %(n)d posts from “%(label)s” to another conversation.",
        event.posts,
    ) % {**label_of(subject), "n": event.posts}
