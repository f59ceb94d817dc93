"""Acts on what a forum sends."""

from typing import Any

from tests.doors.acts.act import Pick, does
from tests.doors.world import World
from tests.scenes.outputs import TEXTS


def _output(world: World) -> dict[str, Any]:
    return {**TEXTS, "adoptions": Pick(world.one.waiting.pk)}


def _edited(world: World) -> dict[str, Any]:
    return _output(world) | {"title": "Baths that open for longer", "seen": Pick(world.one.written.version)}


def _by_reference(world: World) -> dict[str, Any]:
    return {"adoptions": [Pick(world.one.waiting.proposal.reference)]}


def _other(world: World) -> Any:
    """The forum of the facilitator who runs another one than the output's."""
    return world.stage["referred"].forum


def _joining(world: World) -> dict[str, Any]:
    return {"forum": Pick(_other(world).pk), "decision": "At our meeting on 3 March, 24 to 3."}


def _against(world: World, other: Any) -> dict[str, Any]:
    return {"other": Pick(other), "reason": "One closes the road to cars, the other widens it."}


OUTPUTS = {
    **does("outputs:new", "facilitator", data=_output),
    **does(
        "api:output-compile",
        "facilitator",
        data=lambda world: _output(world) | _by_reference(world) | {"forum": Pick(world.one.forum.slug)},
    ),
    **does("outputs:edit", "facilitator", data=_edited),
    **does(
        "api:output-edit",
        "facilitator",
        # another version than the one that stands is a 409
        data=lambda world: _edited(world) | _by_reference(world) | {"seen": str(world.one.written.version)},
    ),
    **does("outputs:discard outputs:comments api:output-discard api:output-comments", "facilitator"),
    **does(
        "outputs:reopen api:output-reopen",
        "facilitator",
        data=lambda world: {"reason": "Two members found a mistake in it."},
    ),
    **does("outputs:approval api:output-approval", "facilitator", data=lambda world: {"days": Pick("7")}),
    **does("outputs:joining", "other facilitator", data=_joining),
    **does(
        "api:output-joining",
        "other facilitator",
        data=lambda world: _joining(world) | {"forum": Pick(_other(world).slug)},
    ),
    **does("outputs:opposite", "facilitator", data=lambda world: _against(world, world.one.widening.pk)),
    **does("api:output-opposite", "facilitator", data=lambda world: _against(world, world.one.widening.reference)),
    **does(
        "outputs:end_opposition api:output-opposite-end",
        "facilitator",
        data=lambda world: {"reason": "They speak of two different roads."},
    ),
    **does("outputs:settle api:output-settle", "facilitator"),
}
