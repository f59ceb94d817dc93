"""Reports, desks, decisions, appeals."""

from typing import Any

from moderation.models import LadderStep
from tests.doors.acts.act import Pick, Tick, day, does
from tests.doors.table.door import OWNER, SIGNED_IN
from tests.doors.table.moderation import COUNCIL, MODERATORS
from tests.doors.world import ROLES, World


def _flag(world: World) -> dict[str, Any]:
    return {"reason": Pick(world.one.decision.reason.code), "note": "Look at this."}


def _hide(world: World) -> dict[str, Any]:
    return {"outcome": Pick("hide"), "reason": Pick(world.one.decision.reason.code), "statement": "Please be kind."}


def _appeal(world: World) -> dict[str, Any]:
    return {"text": "It was said in jest, as everybody knew."}


def _answer(world: World) -> dict[str, Any]:
    return {"outcome": Pick("hide"), "statement": "It stays hidden, for it names a neighbour."}


def _reason(world: World) -> dict[str, Any]:
    return {"title": "Selling", "explanation": "It sells something.", "active": Tick("on")}


def _text(world: World) -> dict[str, Any]:
    return {"use": Pick("decision"), "title": "Short", "text": "Please do not sell here.", "active": Tick("on")}


def _block(world: World) -> dict[str, Any]:
    return {"reason": Pick(world.one.decision.reason.code), "statement": "The same forty times.", "until": day(9)}


def _hold_rule(world: World) -> dict[str, Any]:
    return {
        "kind": Pick("words"), "host_key": Pick(f"forum:{world.one.forum.pk}"), "number": Pick("0"), "words": "humbug",
        "why": "Members asked for it.",
    }  # fmt: skip


def _step(world: World) -> dict[str, Any]:
    return {
        "step": Pick(LadderStep.objects.active()[0].pk),
        "reason": Pick(world.one.decision.reason.code),
        "statement": "Please read the rules once more.",
    }


MODERATION = {
    **does("moderation:step api:moderation-step", "facilitator", MODERATORS, _step),
    **does("moderation:block api:moderation-block", "moderator", COUNCIL, _block),
    **does("moderation:new_hold_rule api:moderation-hold-rules", "moderator", COUNCIL, _hold_rule),
    **does(
        "moderation:end_hold_rule api:moderation-hold-rule-end", "moderator", COUNCIL, lambda world: {"why": "Over."}
    ),
    **does(
        "moderation:blocks",
        "moderator",
        COUNCIL,
        lambda world: _block(world) | {"people": Pick(world.one.person_flag.subject_id)},
    ),
    **does("moderation:end_block api:moderation-block-end", "moderator", COUNCIL),
    **does("moderation:blocked", "signed out", frozenset(ROLES), _appeal),
    **does("moderation:take_back api:moderation-held-take-back", "owner", OWNER),
    **does("moderation:flag moderation:flag_person", "verified", SIGNED_IN - OWNER, _flag),
    **does(
        "api:moderation-flags api:moderation-flags-people",
        "verified",
        SIGNED_IN - OWNER,
        lambda world: _flag(world) | {"kind": Pick("forums.post"), "id": Pick(world.one.post.pk)},
    ),
    **does("moderation:take moderation:give_back api:moderation-lock", "facilitator", MODERATORS),
    **does(
        "moderation:escalate api:moderation-escalate",
        "facilitator",
        MODERATORS,
        lambda world: {"statement": "It threatens somebody."},
    ),
    **does(
        "moderation:interest api:moderation-interest", "facilitator", MODERATORS, lambda world: {"scope": Pick("this")}
    ),
    **does("moderation:take_over api:moderation-lock-over", "moderator", MODERATORS),
    **does("moderation:content api:moderation-decision", "facilitator", MODERATORS, _hide),
    **does("moderation:appeal api:moderation-appeal", "owner", OWNER, _appeal),
    **does("moderation:rephrase api:moderation-words", "owner", OWNER, lambda world: {"text": "In kinder words."}),
    **does("moderation:new_reason moderation:reason", "moderator", COUNCIL, _reason),
    **does("moderation:new_template moderation:template", "moderator", COUNCIL, _text),
    **does(
        "api:moderation-texts api:moderation-text",
        "moderator",
        COUNCIL,
        lambda world: _text(world) | {"reason": Pick(world.one.decision.reason.code)},
    ),
    **does("moderation:answer api:moderation-answer", "moderator", COUNCIL, _answer),
}
