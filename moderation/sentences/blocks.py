from django.utils.translation import gettext as _

from core.subjects import Subject
from ledger.sentences import day_of, says
from moderation.events import BlockEnded, PersonBlocked


@says(PersonBlocked)
def person_blocked(event: PersonBlocked, subject: Subject | None, audience: str) -> str:
    if audience != "author":
        return _("A moderator of the council blocked somebody, with a reason.")
    if event.until:
        return _("You are blocked until %(day)s. When you sign in you can read why, and appeal to another person.") % {
            "day": day_of(event.until)
        }
    return _("You are blocked. When you sign in you can read why, and appeal to another person.")


@says(BlockEnded)
def block_ended(event: BlockEnded, subject: Subject | None, audience: str) -> str:
    if audience == "author":
        return _("You are not blocked any more: you can sign in again.")
    return _("Somebody is blocked no more.")
