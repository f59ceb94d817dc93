"""Rules proposed, voted, in force."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import day_of, says


@says(events.RulesProposed)
def rules_proposed(event: events.RulesProposed, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.opens_on)}
    return _("A member proposed rules: “%(label)s”. The members vote from %(day)s on.") % words


@says(events.RulesWithdrawn)
def rules_withdrawn(event: events.RulesWithdrawn, subject: Subject | None, audience: str) -> str:
    return _("“%(label)s” was taken back before the vote.") % label_of(subject)


@says(events.RulesVoteOpened)
def vote_opened(event: events.RulesVoteOpened, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"day": day_of(event.closes_on)}
    if audience == "voters":
        return _("Vote on the rules of your forum until %(day)s: “%(label)s”.") % words
    return _("The members vote on “%(label)s” until %(day)s.") % words


@says(events.RulesChanged)
def rules_changed(event: events.RulesChanged, subject: Subject | None, audience: str) -> str:
    words = label_of(subject) | {"version": str(event.version)}
    return _("The members carried “%(label)s”. Version %(version)s of the rules is in force.") % words


@says(events.RulesKept)
def rules_kept(event: events.RulesKept, subject: Subject | None, audience: str) -> str:
    return _("The members did not carry “%(label)s”. The rules stay as they were.") % label_of(subject)


@says(events.ForumConstituted)
def constituted(event: events.ForumConstituted, subject: Subject | None, audience: str) -> str:
    return _("The forum “%(label)s” has its rules and is open to all.") % label_of(subject)
