"""Acts on processes and their phases."""

from datetime import timedelta
from typing import Any

from core import today
from tests.doors.acts.act import Pick, Tick, does
from tests.doors.table.door import RUN_FORUM, STEWARDS
from tests.doors.world import World


def _process(world: World) -> dict[str, Any]:
    return {
        "title": "Cooler streets",
        "purpose": "Shade where people wait.",
        "involvement": Pick("coproduce"),
        "design_by": "residents",
        "decision_by": "residents",
        "evaluation_by": "residents",
        "areas": Pick(world.people["verified"].person.ward_id),
        "topics": "trees",
        "group": "Climate",
        "promoted": Tick("on"),
        "related": "",
    }


def _phase(world: World) -> dict[str, Any]:
    return {
        "title": "Judge",
        "happens": "We look back.",
        "starts_at": Pick(f"{today() + timedelta(days=400)}T09:00"),
        "ends_at": Pick(f"{today() + timedelta(days=460)}T09:00"),
        "call_label": "Say how it went",
        "call_url": "/forums/",
    }


PROCESSES = {
    **does("processes:new", "clerk", STEWARDS, _process),
    **does("api:processes", "clerk", STEWARDS, lambda world: _process(world) | {"areas": []}),
    **does("processes:edit", "facilitator", RUN_FORUM, _process),
    **does("api:process", "facilitator", RUN_FORUM, lambda world: _process(world) | {"areas": []}),
    **does("processes:new_phase api:process-phases", "facilitator", RUN_FORUM, _phase),
    **does("processes:edit_phase api:phase", "facilitator", RUN_FORUM, _phase),
}
