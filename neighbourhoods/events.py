"""What has been written down of a place. Ids, numbers and dates only."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class StoryWritten(Event):
    """A version of an area's story stands, with its sources."""

    area_id: int
    version: int
    sources: int
    digest: str


@dataclass(frozen=True)
class AssetAdded(Event):
    """Something that people here have stands in the directory."""

    asset_id: int
    area_id: int | None
    check_by: str


@dataclass(frozen=True)
class AssetEdited(Event):
    """An entry of the directory was written anew; to write it is to check it."""

    asset_id: int
    check_by: str


@dataclass(frozen=True)
class AssetChecked(Event):
    """Somebody who keeps the entry says that it is still right."""

    asset_id: int
    check_by: str


@dataclass(frozen=True)
class AssetReported(Event):
    """Somebody says that an entry is out of date; it is marked until it is checked."""

    asset_id: int
    report_id: int


@dataclass(frozen=True)
class AssetClosed(Event):
    """What an entry names is no more; it leaves the list and keeps its page."""

    asset_id: int


@dataclass(frozen=True)
class PresenceBegun(Event):
    """Somebody works on community development in a ward."""

    presence_id: int
    area_id: int
    since: str


@dataclass(frozen=True)
class PresenceEnded(Event):
    """A community development post in a ward ended."""

    presence_id: int
    area_id: int
    until: str
    gap: bool  # whether nobody is there now
