"""What a forum sends: written, talked over, approved."""

from tests.doors.table.door import FACILITATOR, SIGNED_IN, acts, at, one, opens

OUTPUTS = {
    **opens("outputs:list"),
    **opens("outputs:new", FACILITATOR, query=lambda world: f"forum={world.one.forum.slug}"),
    **opens("outputs:output outputs:versions outputs:pdf", args=one("commented.reference"), place="commented_place"),
    **opens("outputs:edit", FACILITATOR, args=one("written.reference"), hidden=True),
    **acts("outputs:discard outputs:comments", args=one("written.reference"), hidden=True),
    **opens("outputs:reopen", FACILITATOR, args=one("commented.reference"), place="commented_place"),
    **opens("outputs:approval", FACILITATOR, args=one("talked_over.reference"), place="talked_over_place"),
    **acts("outputs:settle", args=one("voted_on.reference"), place="voted_on_place"),
    **opens("outputs:joining", frozenset({"other facilitator"}), **at("begun", "output.reference")),
    **opens("outputs:opposite", FACILITATOR, args=one("opposed.reference"), place="opposed_place"),
    **opens(
        "outputs:end_opposition", FACILITATOR, args=one("opposed.reference opposing.reference"), place="opposed_place"
    ),
    **opens("api:outputs"),
    **opens("api:output", args=one("commented.reference"), place="commented_place"),
    **acts("api:output-compile", SIGNED_IN),
    **acts(
        "api:output-edit api:output-discard api:output-comments",
        SIGNED_IN,
        args=one("written.reference"),
        hidden=True,
    ),
    **acts("api:output-reopen", SIGNED_IN, args=one("commented.reference"), place="commented_place"),
    **acts("api:output-approval", SIGNED_IN, args=one("talked_over.reference"), place="talked_over_place"),
    **acts("api:output-joining", SIGNED_IN, **at("begun", "output.reference")),
    **acts("api:output-opposite", SIGNED_IN, args=one("opposed.reference"), place="opposed_place"),
    **acts(
        "api:output-opposite-end", SIGNED_IN, args=one("opposed.reference opposing.reference"), place="opposed_place"
    ),
    **acts("api:output-settle", SIGNED_IN, args=one("voted_on.reference"), place="voted_on_place"),
}
