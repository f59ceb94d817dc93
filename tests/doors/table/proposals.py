"""Proposals, from the draft to the certified adoption."""

from tests.doors.table.door import FACILITATOR, OWNER, SIGNED_IN, acts, one, opens

PROPOSALS = {
    **opens("proposals:list"),
    **opens("proposals:new", query=lambda world: f"activity={world.one.activity.pk}", also=frozenset({302})),
    **opens("proposals:similar", query=lambda world: "title=lime+trees"),
    **opens("proposals:draft proposals:preview", OWNER, args=one("draft.pk"), hidden=True),
    **acts("proposals:publish proposals:discard", OWNER, args=one("draft.pk"), hidden=True),
    **opens("proposals:proposal proposals:versions", args=one("fresh.reference")),
    **acts("proposals:support proposals:take_back", args=one("fresh.reference")),
    **opens("proposals:edit proposals:withdraw", OWNER, args=one("fresh.reference")),
    **opens("proposals:check", FACILITATOR, args=one("fresh.reference")),
    **opens("proposals:adoption", FACILITATOR, args=one("ready.reference")),
    **opens("proposals:certify", FACILITATOR, args=one("counted.proposal.reference")),
    **opens("proposals:elsewhere", args=one("ready.reference"), place="local_place"),
    **opens("proposals:ask_elsewhere", FACILITATOR, args=one("ready.reference near_forum.slug"), place="local_place"),
    **opens(
        "proposals:certify_elsewhere",
        FACILITATOR,
        args=one("waiting.proposal.reference near_forum.slug"),
        place="local_place",
    ),
    **opens("api:proposals"),
    **opens("api:proposal-decisions", args=one("ready.reference")),
    **acts("api:proposal-elsewhere", SIGNED_IN, args=one("ready.reference near_forum.slug"), place="local_place"),
    **acts(
        "api:proposal-elsewhere-certify",
        SIGNED_IN,
        args=one("waiting.proposal.reference near_forum.slug"),
        place="local_place",
    ),
    **opens("api:proposal api:proposal-versions", args=one("fresh.reference")),
    **acts("api:proposal-support api:proposal-withdraw api:proposal-check", SIGNED_IN, args=one("fresh.reference")),
    **acts("api:proposal-adoption", SIGNED_IN, args=one("ready.reference")),
    **acts("api:proposal-certify", SIGNED_IN, args=one("counted.proposal.reference")),
}
