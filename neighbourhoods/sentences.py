"""Events of this app as sentences."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core import today
from core.subjects import Subject
from core.ui.dates import day_words
from ledger.sentences import says
from neighbourhoods.events import (
    AssetAdded,
    AssetChecked,
    AssetClosed,
    AssetEdited,
    AssetReported,
    PresenceBegun,
    PresenceEnded,
    StoryWritten,
)


@says(StoryWritten)
def story_written(event: StoryWritten, subject: Subject | None, audience: str) -> str:
    return _("Version %(version)d of %(title)s stands.") % (_title(subject) | {"version": event.version})


@says(AssetAdded)
def asset_added(event: AssetAdded, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” was added to the community asset directory.") % _title(subject)


@says(AssetEdited)
def asset_edited(event: AssetEdited, subject: Subject | None, audience: str) -> str:
    return _("The entry “%(title)s” was written anew.") % _title(subject)


@says(AssetChecked)
def asset_checked(event: AssetChecked, subject: Subject | None, audience: str) -> str:
    return _("The entry “%(title)s” was checked and is right.") % _title(subject)


@says(AssetReported)
def asset_reported(event: AssetReported, subject: Subject | None, audience: str) -> str:
    if audience in ("keepers", "facilitators"):
        return _(
            "Somebody says that the entry “%(title)s” is out of date. Put it right, or say that it is right."
        ) % _title(subject)
    return _("Somebody says that the entry “%(title)s” is out of date.") % _title(subject)


@says(AssetClosed)
def asset_closed(event: AssetClosed, subject: Subject | None, audience: str) -> str:
    return _("The entry “%(title)s” was closed: what it names is no more.") % _title(subject)


@says(PresenceBegun)
def presence_begun(event: PresenceBegun, subject: Subject | None, audience: str) -> str:
    facts = _title(subject) | {"day": _day(event.since)}
    return _("Community development: %(title)s, since %(day)s.") % facts


@says(PresenceEnded)
def presence_ended(event: PresenceEnded, subject: Subject | None, audience: str) -> str:
    facts = _title(subject) | {"day": _day(event.until)}
    if event.gap:
        return _("Community development: %(title)s ended on %(day)s. Nobody is there now.") % facts
    return _("Community development: %(title)s ended on %(day)s.") % facts


def _title(subject: Subject | None) -> dict[str, Any]:
    return {"title": subject.label if subject else "?"}


def _day(text: str) -> str:
    return day_words(date.fromisoformat(text), "short", today())
