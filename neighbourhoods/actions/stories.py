"""Write the story of an area: a new version, never over an old one."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import now
from core.states import StateConflict
from core.text import one_line, render
from core.verdicts import Refused, no, require
from ledger.actions import record
from neighbourhoods.events import StoryWritten
from neighbourhoods.models import Source, Story, StoryVersion
from neighbourhoods.models.stories import PARTS
from neighbourhoods.policies import may_write_story
from places.models import Area
from search import actions as search

KIND = "neighbourhoods.story"


@transaction.atomic
def write_story(
    *,
    actor: Any,
    area: Area,
    history: str = "",
    groups: str = "",
    languages: str = "",
    issues: str = "",
    sources: Iterable[Mapping[str, Any]],
    why: str = "",
    seen: int | None = None,
) -> StoryVersion:
    """A new version stands, with its sources numbered in the order given; what changed nothing makes none.

    A source has `title`, `speaks`, and may have `address` and `date`. `seen` is the version the writer had before them:
    raises StateConflict where somebody else wrote meanwhile.
    """
    require(may_write_story(actor, area))
    moment = now()
    Story.objects.bulk_create([Story(area=area, written_at=moment)], ignore_conflicts=True)
    story = Story.objects.select_for_update().get(area=area)
    if seen is not None and seen != story.version:
        raise StateConflict
    texts = {
        "history": history.strip(),
        "groups": groups.strip(),
        "languages": languages.strip(),
        "issues": issues.strip(),
    }
    named = [_facts(one) for one in sources]
    if not any(texts.values()):
        raise Refused(no(_("Write at least one part of the story.")))
    if not named:
        raise Refused(no(_("Name at least one source: where is this known from?")))
    digest = _digest(texts, named)
    standing = story.versions.order_by("-version").first()  # type: ignore[attr-defined]
    if standing is not None and standing.digest == digest:
        return standing  # type: ignore[no-any-return]
    story.version += 1
    story.written_at = moment
    story.save(update_fields=("version", "written_at"))
    made = StoryVersion.objects.create(
        story=story, version=story.version, why=one_line(why), digest=digest, by=actor, at=moment,
        **texts, **{f"{name}_html": render(texts[name]) for name in PARTS},
    )  # fmt: skip
    Source.objects.bulk_create(Source(version=made, number=number, **facts) for number, facts in enumerate(named, 1))
    event = StoryWritten(area.pk, version=made.version, sources=len(named), digest=digest)
    record(event, actor=actor, subject=story)
    return made


def index_story(*, area_id: int) -> None:
    """The search knows the story as it stands."""
    version = StoryVersion.objects.select_related("story__area").defer("story__area__boundary").filter(
        story__area=area_id
    ).order_by("-version").first()  # fmt: skip
    if version is None:
        return
    area = version.story.area
    search.index(
        subject_kind=KIND,
        subject_id=version.story_id,
        title=f"{area.name}",
        body="\n\n".join(filter(None, (getattr(version, name) for name in PARTS))),
        url=f"{area.path}story/",
        at=version.at,
        area_id=area.pk,
    )


def _facts(source: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": one_line(source["title"]),
        "address": source.get("address") or "",
        "date": source.get("date"),
        "speaks": source["speaks"],
    }


def _digest(texts: Mapping[str, str], sources: list[dict[str, Any]]) -> str:
    """SHA-256 of the words and the sources."""
    kept = json.dumps([texts, sources], default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(kept.encode()).hexdigest()
