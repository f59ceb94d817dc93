"""What this app does when it, or a lower one, has news."""

from ledger.listeners import hears
from ledger.models import Entry
from moderation.events import ContentDecided
from neighbourhoods.actions import index_asset, index_story
from neighbourhoods.events import AssetAdded, AssetClosed, AssetEdited, StoryWritten

ASSET = "neighbourhoods.asset"


@hears(AssetAdded, AssetEdited, AssetClosed)
def find_the_entry(event: AssetAdded | AssetEdited | AssetClosed, entry: Entry) -> None:
    index_asset(asset_id=event.asset_id)


@hears(StoryWritten)
def find_the_story(event: StoryWritten, entry: Entry) -> None:
    index_story(area_id=event.area_id)


@hears(ContentDecided)
def find_it_again(event: ContentDecided, entry: Entry) -> None:
    """Hidden, it leaves the search; restored, it is back."""
    if event.subject_kind == ASSET:
        index_asset(asset_id=event.subject_id)
