"""Forums, their threads, posts and activities."""

from tests.doors.table.door import ALL, FACILITATOR, OWNER, RUN_FORUM, SIGNED_IN, STEWARDS, acts, one, opens

# Everybody whose home has been verified.
LIVES_HERE = ALL - {"signed out", "e-mail only", "declared"}

FORUMS = {
    **opens("forums:list"),
    **opens("forums:new", STEWARDS),
    **opens("forums:thread forums:reply", args=one("thread.pk")),
    **opens("forums:close_thread", FACILITATOR, args=one("thread.pk")),
    **acts("forums:pin_thread", args=one("thread.pk")),
    **opens("forums:thread_period", RUN_FORUM, args=one("thread.pk")),
    **opens("forums:update_thread", RUN_FORUM | {"member"}, args=one("thread.pk")),
    **acts("api:thread-period api:thread-updates", SIGNED_IN, args=one("thread.pk")),
    **opens("forums:post", args=one("post.pk"), also=frozenset({302})),
    **opens("forums:versions", args=one("post.pk")),
    **opens("forums:edit_post", OWNER, args=one("post.pk")),
    **opens("forums:pin_post", FACILITATOR, args=one("post.pk")),
    **opens("forums:activity", args=one("activity.pk")),
    **opens("forums:edit_activity", RUN_FORUM, args=one("activity.pk")),
    **acts("forums:recall", args=one("mandate.pk")),
    **opens("forums:edit", STEWARDS, args=one("forum.slug")),
    **acts("forums:state forums:facilitators", args=one("forum.slug")),
    **opens("forums:join forums:leave forums:members forums:threads", args=one("forum.slug")),
    **acts("forums:end_facilitator", args=one("forum.slug facilitation.pk")),
    **opens("forums:mandate forums:new_activity", RUN_FORUM, args=one("forum.slug")),
    **opens("forums:voice api:forum-voice", SIGNED_IN, args=one("forum.slug")),
    **opens("forums:new_thread", args=one("forum.slug")),
    **opens("forums:requests"),
    **opens("forums:new_request", LIVES_HERE),
    **opens("forums:request", args=one("asked.pk")),
    **acts("forums:back", args=one("asked.pk")),
    **acts("forums:withdraw_backing", args=one("asked.pk")),
    **opens("forums:answer_request", STEWARDS, args=one("considered.pk")),
    **opens("forums:ask_review", OWNER, args=one("refused.pk")),
    **opens("forums:review_request", frozenset({"scrutiny officer"}), args=one("reviewed.pk")),
    **opens("api:forum-requests"),
    **opens("api:forum-request", args=one("asked.pk")),
    **acts("api:forum-request-backing", SIGNED_IN, args=one("asked.pk")),
    **acts("api:forum-request-answer", SIGNED_IN, args=one("considered.pk")),
    **acts("api:forum-request-objection", SIGNED_IN, args=one("refused.pk")),
    **acts("api:forum-request-review", SIGNED_IN, args=one("reviewed.pk")),
    **opens("api:forums"),
    **opens("api:forum api:forum-threads", args=one("forum.slug")),
    **acts("api:forum-join api:forum-leave", SIGNED_IN, args=one("forum.slug")),
    **opens("api:thread api:thread-posts", args=one("thread.pk")),
}
