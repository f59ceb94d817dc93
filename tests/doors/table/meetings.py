"""Forums' meetings."""

from tests.doors.table.door import RUN_FORUM, SIGNED_IN, acts, one, opens

MEETINGS = {
    **opens("meetings:list meetings:calendar_feed"),
    **opens("meetings:gathering meetings:gathering_feed", args=one("gathering.pk")),
    **opens("meetings:host_feed", args=lambda world: ("forums.forum", world.one.forum.pk)),
    **opens("meetings:new", RUN_FORUM, args=lambda world: ("forums.forum", world.one.forum.pk)),
    **opens("meetings:move meetings:cancel meetings:new_item", RUN_FORUM, args=one("gathering.pk")),
    **opens("meetings:registration", SIGNED_IN, args=one("offered.pk")),
    **acts("meetings:cancel_registration", SIGNED_IN, args=one("offered.pk")),
    **opens("meetings:places meetings:people", RUN_FORUM, args=one("offered.pk")),
    **acts("meetings:publish", SIGNED_IN, args=one("gathering.pk")),
    **acts("meetings:start", SIGNED_IN, args=one("announced.pk")),
    **opens("meetings:attendance meetings:notes", RUN_FORUM, args=one("session.pk")),
    **acts("meetings:end", SIGNED_IN, args=one("session.pk")),
    **acts("meetings:agree", SIGNED_IN, args=one("session.pk notes.version")),
}
