"""Acts on proposals, from the draft to the certified adoption."""

from typing import Any

from tests.doors.acts.act import Pick, day, does
from tests.doors.table.door import RUN_FORUM, SIGNED_IN
from tests.doors.world import World
from tests.scenes.proposals import BODY


def _proposal(world: World) -> dict[str, Any]:
    return {
        "title": "Shade over the playground in Cotteridge Park",
        "body": BODY,
        "assets": "A group of parents.",
        "type": Pick("service"),
        "area": Pick("stirchley"),
    }


def _remit_reason() -> str:
    from proposals.models import RemitReason

    return str(RemitReason.objects.filter(active=True).first().code)


def _edited(world: World) -> dict[str, Any]:
    return {"title": "Plant plane trees along the Pershore Road", "body": BODY, "assets": "Spades."}


def _issue(world: World) -> dict[str, Any]:
    return {"title": "Lime trees for our roads", "summary": "Shade.", "others": [Pick(world.one.fresh.reference)]}


PROPOSALS = {
    **does("issues:new", "facilitator", RUN_FORUM | {"other facilitator"}, _issue),
    **does(
        "api:issue-new",
        "facilitator",
        RUN_FORUM | {"other facilitator"},
        lambda world: _issue(world) | {"proposal": Pick(world.one.alike.reference)},
    ),
    **does(
        "issues:ask api:issue-ask",
        "facilitator",
        RUN_FORUM | {"other facilitator"},
        lambda world: {"address": Pick(world.one.ready.reference)},
    ),
    **does(
        "issues:answer api:issue-answer",
        "facilitator",
        data=lambda world: {"answer": Pick("out"), "words": "It is not ours."},
    ),
    **does("issues:close api:issue-close", "facilitator", RUN_FORUM, lambda world: {"reason": "It is done."}),
    **does(
        "proposals:invite_pair api:proposal-pair-invitation",
        "facilitator",
        data=lambda world: {"reason": "Both ask for shade along the same road."},
    ),
    **does("proposals:set_apart api:proposal-pair-difference", "facilitator"),
    **does(
        "proposals:join_pair proposals:decline_pair api:proposal-pair-joining api:proposal-pair-refusal",
        "owner",
        data=lambda world: {"proposal": Pick(world.one.twin.reference)},
    ),
    **does("proposals:new", "verified", SIGNED_IN, _proposal),
    **does(
        "api:proposals",
        "verified",
        SIGNED_IN,
        lambda world: _proposal(world) | {"activity": Pick(world.one.activity.pk)},
    ),
    **does("proposals:draft", "owner", data=_proposal),
    **does("proposals:publish", "owner"),
    **does("proposals:discard", "owner"),
    **does("proposals:support api:proposal-support", "verified", SIGNED_IN),
    **does("proposals:take_back", "supporter", SIGNED_IN),
    **does("proposals:edit", "owner", data=_edited),
    **does("api:proposal", "owner", data=_edited, method="patch"),
    **does(
        "proposals:withdraw api:proposal-withdraw",
        "owner",
        data=lambda world: {"reason": "It has been done in the meantime."},
    ),
    **does(
        "proposals:check api:proposal-check",
        "facilitator",
        data=lambda world: {
            "outcome": Pick("refused"),
            "reason": Pick(_remit_reason()),
            "statement": "This is the county's business.",
        },
    ),
    **does("proposals:adoption api:proposal-adoption", "facilitator", data=lambda world: {"closes_on": day(14)}),
    **does("proposals:ask_elsewhere api:proposal-elsewhere", "facilitator", data=lambda world: {"closes_on": day(14)}),
    **does("proposals:seen_elsewhere api:proposal-elsewhere-seen", "facilitator"),
    **does("proposals:certify_elsewhere api:proposal-elsewhere-certify", "facilitator"),
    **does("proposals:certify api:proposal-certify", "facilitator"),
}
