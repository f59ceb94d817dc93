"""The only room that writes down what is known of a place."""

from neighbourhoods.actions.assets import add_asset, check_asset, close_asset, edit_asset, index_asset, report_asset
from neighbourhoods.actions.presence import begin_presence, end_presence
from neighbourhoods.actions.stories import index_story, write_story

__all__ = [
    "add_asset",
    "begin_presence",
    "check_asset",
    "close_asset",
    "edit_asset",
    "end_presence",
    "index_asset",
    "index_story",
    "report_asset",
    "write_story",
]
