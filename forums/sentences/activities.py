"""What a forum runs."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from forums.sentences.words import label_of
from ledger.sentences import says


@says(events.ActivityOpened)
def activity_opened(event: events.ActivityOpened, subject: Subject | None, audience: str) -> str:
    return _("A new activity was set up: “%(label)s”.") % label_of(subject)


@says(events.ActivityStarted)
def activity_started(event: events.ActivityStarted, subject: Subject | None, audience: str) -> str:
    return _("“%(label)s” is open: you can take part now.") % label_of(subject)


@says(events.ActivityEnded)
def activity_ended(event: events.ActivityEnded, subject: Subject | None, audience: str) -> str:
    return _("“%(label)s” is over.") % label_of(subject)


@says(events.ActivityChanged)
def activity_changed(event: events.ActivityChanged, subject: Subject | None, audience: str) -> str:
    return _("The activity “%(label)s” was changed.") % label_of(subject)


@says(events.ActivityRulesFrozen)
def rules_frozen(event: events.ActivityRulesFrozen, subject: Subject | None, audience: str) -> str:
    return _("Somebody took part in “%(label)s” for the first time, so its rules are fixed.") % label_of(subject)
