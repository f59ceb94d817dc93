"""The story of an area and its versions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.diffs import Piece, words
from neighbourhoods.models import Source, Story, StoryVersion
from neighbourhoods.models.stories import PARTS
from places.models import Area


@dataclass(frozen=True, slots=True)
class Change:
    """One version and, part by part, what it changed against the one before it."""

    version: StoryVersion
    parts: list[tuple[str, list[Piece]]]


def story_of(area: Area) -> Story | None:
    return Story.objects.filter(area=area).first()


def version_of(area: Area) -> StoryVersion | None:
    """The version that stands, with its sources; two queries."""
    found = StoryVersion.objects.filter(story__area=area).order_by("-version").prefetch_related("sources")
    return found.first()


def changes_of(area: Area) -> list[Change]:
    """Every version, the newest first; two queries."""
    kept = list(StoryVersion.objects.filter(story__area=area).order_by("-version").prefetch_related("sources"))
    return [Change(new, list(_parts(new, old))) for new, old in zip(kept, [*kept[1:], None], strict=False)]


def sources_of(version: StoryVersion | None) -> list[Source]:
    return list(version.sources.all()) if version else []


def _parts(new: StoryVersion, old: Any) -> Iterator[tuple[str, list[Piece]]]:
    for name in PARTS:
        before, after = getattr(old, name, ""), getattr(new, name)
        if before != after:
            yield name, list(words(before, after))
