"""Forums, their threads, posts and activities."""

from tests.doors.table.door import FACILITATOR, OWNER, RUN_FORUM, SIGNED_IN, STEWARDS, acts, one, opens

FORUMS = {
    **opens("forums:list"),
    **opens("forums:new", STEWARDS),
    **opens("forums:thread forums:reply", args=one("thread.pk")),
    **opens("forums:close_thread", FACILITATOR, args=one("thread.pk")),
    **acts("forums:pin_thread", args=one("thread.pk")),
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
    **opens("forums:voice", SIGNED_IN, args=one("forum.slug")),
    **opens("forums:new_thread", args=one("forum.slug")),
    **opens("api:forums"),
    **opens("api:forum api:forum-threads", args=one("forum.slug")),
    **acts("api:forum-join api:forum-leave", SIGNED_IN, args=one("forum.slug")),
    **opens("api:thread api:thread-posts", args=one("thread.pk")),
}
