"""Reports, desks, decisions, appeals."""

from typing import Any

from tests.doors.acts.act import Pick, does
from tests.doors.table.door import OWNER, SIGNED_IN
from tests.doors.table.moderation import MODERATORS
from tests.doors.world import World

COUNCIL = frozenset({"moderator", "administrator"})


def _flag(world: World) -> dict[str, Any]:
    return {"reason": Pick(world.one.decision.reason.code), "note": "Look at this."}


def _hide(world: World) -> dict[str, Any]:
    return {"outcome": Pick("hide"), "reason": Pick(world.one.decision.reason.code), "statement": "Please be kind."}


def _appeal(world: World) -> dict[str, Any]:
    return {"text": "It was said in jest, as everybody knew."}


def _answer(world: World) -> dict[str, Any]:
    return {"outcome": Pick("hide"), "statement": "It stays hidden, for it names a neighbour."}


MODERATION = {
    **does("moderation:flag moderation:flag_person", "verified", SIGNED_IN - OWNER, _flag),
    **does(
        "api:moderation-flags api:moderation-flags-people",
        "verified",
        SIGNED_IN - OWNER,
        lambda world: _flag(world) | {"kind": Pick("forums.post"), "id": Pick(world.one.post.pk)},
    ),
    **does("moderation:take moderation:give_back api:moderation-lock", "facilitator", MODERATORS),
    **does("moderation:take_over api:moderation-lock-over", "moderator", MODERATORS),
    **does("moderation:content api:moderation-decision", "facilitator", MODERATORS, _hide),
    **does("moderation:appeal api:moderation-appeal", "owner", OWNER, _appeal),
    **does("moderation:answer api:moderation-answer", "moderator", COUNCIL, _answer),
}
