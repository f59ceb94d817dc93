"""Reports, decisions, appeals."""

from tests.doors.table.door import SIGNED_IN, acts, one, opens

MODERATION = {
    **opens("moderation:figures"),
    **opens("moderation:flag", args=lambda world: ("forums.post", world.one.post.pk)),
    **opens("moderation:flag_person", args=lambda world: ("forums.post", world.one.post.pk)),
    **opens(
        "moderation:content",
        frozenset({"facilitator", "moderator", "administrator"}),
        args=lambda world: ("forums.post", world.one.answer.pk),
    ),
    **opens("moderation:decision", args=one("decision.pk")),
    **acts("moderation:appeal", args=one("unopposed.pk")),
    **opens("moderation:answer", frozenset({"moderator", "administrator"}), args=one("appeal.pk")),
    **opens("api:moderation-reasons api:moderation-figures"),
    **acts("api:moderation-flags api:moderation-flags-people", SIGNED_IN),
}
