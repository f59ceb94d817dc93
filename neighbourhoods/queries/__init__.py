"""Reads that join what is known of a place into what a page needs."""

from neighbourhoods.queries.directory import Wanted, asset_page, assets_in, directory_page, kinds, waiting_of
from neighbourhoods.queries.presence import posts_of, register
from neighbourhoods.queries.stories import changes_of, sources_of, version_of

__all__ = [
    "Wanted",
    "asset_page",
    "assets_in",
    "changes_of",
    "directory_page",
    "kinds",
    "posts_of",
    "register",
    "sources_of",
    "version_of",
    "waiting_of",
]
