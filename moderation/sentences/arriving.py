from django.utils.translation import gettext as _

from core.subjects import Subject
from ledger.sentences import says
from moderation.events import HeldBack, HeldReleased, HeldTakenBack
from moderation.sentences.deciding import label_of


@says(HeldBack)
def held_back(event: HeldBack, subject: Subject | None, audience: str) -> str:
    if audience == "moderators":
        return _("Something for “%(label)s” waits until you, or another moderator, have looked at it.") % label_of(
            subject
        )
    return _("Something waits to be looked at before it is published.")


@says(HeldReleased)
def held_released(event: HeldReleased, subject: Subject | None, audience: str) -> str:
    if audience == "author":
        return _("A person has looked: your words for “%(label)s” are published.") % label_of(subject)
    return _("Something that waited was published.")


@says(HeldTakenBack)
def held_taken_back(event: HeldTakenBack, subject: Subject | None, audience: str) -> str:
    return _("Something that waited was taken back by its author.")
