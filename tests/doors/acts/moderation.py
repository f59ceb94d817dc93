"""Reports, decisions, appeals."""

from typing import Any

from tests.doors.acts.act import Pick, does
from tests.doors.table.door import FACILITATOR, OWNER, SIGNED_IN
from tests.doors.world import World


def _flag(world: World) -> dict[str, Any]:
    return {"reason": Pick(world.one.decision.reason.code), "note": "Look at this."}


MODERATION = {
    **does("moderation:flag moderation:flag_person", "verified", SIGNED_IN - OWNER, _flag),
    **does(
        "api:moderation-flags api:moderation-flags-people",
        "verified",
        SIGNED_IN - OWNER,
        lambda world: _flag(world) | {"kind": Pick("forums.post"), "id": Pick(world.one.post.pk)},
    ),
    **does(
        "moderation:content",
        "facilitator",
        FACILITATOR | {"moderator", "administrator"},
        lambda world: {
            "outcome": Pick("hide"),
            "reason": Pick(world.one.decision.reason.code),
            "statement": "Please be kind.",
        },
    ),
    **does("moderation:appeal", "owner", OWNER, lambda world: {"text": "It was said in jest, as everybody knew."}),
    **does(
        "moderation:answer",
        "moderator",
        frozenset({"moderator", "administrator"}),
        lambda world: {"outcome": Pick("hide"), "statement": "It stays hidden, for it names a neighbour."},
    ),
}
