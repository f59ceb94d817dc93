"""Reports, decisions, appeals."""

from moderation.bars import token_of
from tests.doors.table.door import SIGNED_IN, acts, one, opens

MODERATORS = frozenset({"facilitator", "moderator", "administrator"})
COUNCIL = frozenset({"moderator", "administrator"})

MODERATION = {
    **opens("moderation:figures moderation:months_csv moderation:months_json"),
    **opens("moderation:flag", args=lambda world: ("forums.post", world.one.post.pk)),
    **opens("moderation:flag_person", args=lambda world: ("forums.post", world.one.post.pk)),
    **opens(
        "moderation:content",
        MODERATORS,
        args=lambda world: ("forums.post", world.one.answer.pk),
    ),
    **acts(
        "moderation:take moderation:give_back",
        MODERATORS,
        args=lambda world: ("forums.post", world.one.answer.pk),
    ),
    **acts(
        "moderation:take_over",
        MODERATORS,
        args=lambda world: ("forums.post", world.one.answer.pk),
    ),
    **opens("moderation:step api:moderation-step", MODERATORS, args=lambda world: ("forums.post", world.one.again.pk)),
    **opens("moderation:blocks", frozenset({"moderator", "administrator"})),
    **opens(
        "moderation:block",
        frozenset({"moderator", "administrator"}),
        args=lambda world: ("forums.post", world.one.culprit_post.pk),
    ),
    **acts("api:moderation-block", COUNCIL, args=lambda world: ("forums.post", world.one.culprit_post.pk)),
    **acts("moderation:end_block", args=one("block.pk")),
    **acts("api:moderation-block-end", COUNCIL, args=one("block.pk")),
    **opens("api:moderation-texts", COUNCIL),
    **acts("api:moderation-text", COUNCIL, args=one("text.pk")),
    **opens("moderation:blocked", args=lambda world: (token_of(world.one.block),)),
    **opens("moderation:waiting", SIGNED_IN),
    **opens(
        "moderation:held",
        MODERATORS | {"owner"},
        args=one("held.pk"),
        hidden=True,
        also=frozenset({302}),
    ),
    **acts("moderation:take_back api:moderation-held-take-back", args=one("held.pk")),
    **opens("api:moderation-held", SIGNED_IN),
    **opens("moderation:escalate", MODERATORS, args=lambda world: ("forums.post", world.one.answer.pk)),
    **acts("api:moderation-escalate", MODERATORS, args=lambda world: ("forums.post", world.one.answer.pk)),
    **opens("moderation:interest", MODERATORS, args=lambda world: ("forums.post", world.one.answer.pk)),
    **acts("api:moderation-interest", MODERATORS, args=lambda world: ("forums.post", world.one.answer.pk)),
    **opens("moderation:decision", args=one("decision.pk")),
    **opens("moderation:reasons moderation:new_reason", COUNCIL),
    **opens("moderation:reason moderation:new_template", COUNCIL, args=one("decision.reason.pk")),
    **opens("moderation:template", COUNCIL, args=lambda world: (world.one.text.reason_id, world.one.text.pk)),
    **opens("moderation:rephrase", frozenset({"owner"}), args=one("asked.pk")),
    **acts("api:moderation-words", frozenset({"owner"}), args=one("asked.pk")),
    **acts("moderation:appeal", args=one("unopposed.pk")),
    **opens("moderation:answer", frozenset({"moderator", "administrator"}), args=one("appeal.pk")),
    **opens("api:moderation-reasons api:moderation-figures api:moderation-months"),
    **opens("moderation:hold_rules api:moderation-hold-rules"),
    **opens("moderation:new_hold_rule", COUNCIL),
    **opens("moderation:end_hold_rule", COUNCIL, args=one("hold_rule.pk")),
    **acts("api:moderation-hold-rule-end", COUNCIL, args=one("hold_rule.pk")),
    **acts("api:moderation-flags api:moderation-flags-people", SIGNED_IN),
    **acts(
        "api:moderation-lock api:moderation-lock-over api:moderation-decision",
        MODERATORS,
        args=lambda world: ("forums.post", world.one.answer.pk),
    ),
    **acts("api:moderation-appeal", args=one("unopposed.pk")),
    **acts("api:moderation-answer", frozenset({"moderator", "administrator"}), args=one("appeal.pk")),
}
