"""A summary, from the first point to the members' answer; tags and groups."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.SummaryDrafted)
def summary_drafted(event: events.SummaryDrafted, subject: Subject | None, audience: str) -> str:
    return _("A facilitator wrote at “%(label)s”.") % label_of(subject)


@says(events.SummaryOpened)
def summary_opened(event: events.SummaryOpened, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": event.closes_on}
    if audience == "members":
        return _("“%(label)s” waits for you: agree or object to each point until %(day)s.") % words
    return _("“%(label)s” is before the members until %(day)s.") % words


@says(events.SummaryClosed)
def summary_closed(event: events.SummaryClosed, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"holding": str(event.holding), "points": str(event.points)}
    if event.outcome == "agreed":
        return _("The members agreed to “%(label)s”. Where they differ stands beside it.") % words
    return _("The members sent “%(label)s” back: %(holding)s of %(points)s points held.") % words


@says(events.PostsLabelled)
def posts_labelled(event: events.PostsLabelled, subject: Subject | None, audience: str) -> str:
    if event.posts < 0:
        return _("A facilitator took posts out of a group in “%(label)s”.") % label_of(subject)
    return _("A facilitator grouped posts in “%(label)s”.") % label_of(subject)
