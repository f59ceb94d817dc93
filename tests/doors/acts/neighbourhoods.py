"""Acts on what is known of a place."""

from typing import Any

from tests.doors.acts.act import Pick, day, does
from tests.doors.table.door import SIGNED_IN, STEWARDS
from tests.doors.table.neighbourhoods import KEEPERS
from tests.doors.world import World


def _asset(world: World) -> dict[str, Any]:
    return {
        "name": "The Tuesday sewing circle", "kind": Pick("arts"), "offers": "Thread and company, for nothing.",
        "ward": Pick(world.one.asset.ward.slug), "address": "The old school, Hazelwell Street", "postcode": Pick("B30 2AA"),
        "accessibility": "One step at the door.", "contact": "0121 496 0001", "web": Pick("https://example.org/sewing"),
        "topics": "sewing, company",
    }  # fmt: skip


def _story(world: World) -> dict[str, Any]:
    return {
        "history": "Once there was a mill [1].", "groups": "The allotment society.", "languages": "English and Polish.",
        "issues": "The baths were saved.", "why": "First words", "source_1_title": "The library's folder",
        "source_1_address": Pick("https://example.org/folder"), "source_1_speaks": Pick("residents"),
    }  # fmt: skip


def _post(world: World) -> dict[str, Any]:
    return {
        "role": "Community development worker", "organisation": "Made-up Settlement", "hours": "Tuesdays",
        "contact": "0121 496 0000", "since": day(0),
    }  # fmt: skip


def _end(world: World) -> dict[str, Any]:
    return {"until": day(1), "reason": "The grant ended."}


NEIGHBOURHOODS = {
    **does("neighbourhoods:new_asset api:directory-new", "facilitator", KEEPERS | {"other facilitator"}, _asset),
    **does("neighbourhoods:edit_asset api:directory-edit", "facilitator", KEEPERS, _asset),
    **does("neighbourhoods:check_asset api:directory-check", "facilitator", KEEPERS),
    **does("neighbourhoods:close_asset api:directory-close", "facilitator", KEEPERS),
    **does(
        "neighbourhoods:report_asset api:directory-report",
        "verified",
        SIGNED_IN,
        lambda world: {"text": "The door is locked on Tuesdays."},
    ),
    **does("neighbourhoods:new_presence api:presence-new", "clerk", STEWARDS, _post),
    **does("neighbourhoods:end_presence api:presence-end", "clerk", STEWARDS, _end),
    **does("neighbourhoods:edit_story api:story-edit", "facilitator", KEEPERS, _story),
}
