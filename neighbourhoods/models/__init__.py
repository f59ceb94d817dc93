"""What is known of a place: its story, what its people have, and who works with them."""

from neighbourhoods.models.assets import Asset, AssetKind, AssetReport
from neighbourhoods.models.presence import Presence
from neighbourhoods.models.stories import Source, Story, StoryVersion

__all__ = ["Asset", "AssetKind", "AssetReport", "Presence", "Source", "Story", "StoryVersion"]
