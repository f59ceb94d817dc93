"""Who hears what was written down of a place."""

from collections.abc import Iterator

from ledger.models import Entry
from neighbourhoods.events import AssetReported, PresenceBegun, PresenceEnded, StoryWritten
from neighbourhoods.models import Asset
from neighbourhoods.queries.people import facilitator_user_ids_around
from notifications.duties import Audience, followers_of, tells

AREA = "places.area"


@tells(StoryWritten)
def story_written(event: StoryWritten, entry: Entry) -> Iterator[Audience]:
    yield followers_of((AREA, event.area_id))


@tells(PresenceBegun, PresenceEnded)
def who_is_there(event: PresenceBegun | PresenceEnded, entry: Entry) -> Iterator[Audience]:
    yield Audience("facilitators", facilitator_user_ids_around(event.area_id))
    yield followers_of((AREA, event.area_id))


@tells(AssetReported)
def to_be_checked(event: AssetReported, entry: Entry) -> Iterator[Audience]:
    """Those who keep the entry owe it a look."""
    asset = Asset.objects.select_related("keeper").get(pk=event.asset_id)
    yield Audience("keepers", [asset.keeper.user_id] if asset.keeper else [])
    if asset.ward_id:
        yield Audience("facilitators", facilitator_user_ids_around(asset.ward_id))
