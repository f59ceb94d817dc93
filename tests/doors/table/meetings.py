"""Forums' meetings."""

from tests.doors.table.door import RUN_FORUM, SIGNED_IN, acts, one, opens

MEETINGS = {
    **opens("meetings:list meetings:calendar_feed"),
    **opens("meetings:gathering meetings:gathering_feed", args=one("gathering.pk")),
    **opens("meetings:host_feed", args=lambda world: ("forums.forum", world.one.forum.pk)),
    **opens("meetings:new", RUN_FORUM, args=lambda world: ("forums.forum", world.one.forum.pk)),
    **opens("meetings:move meetings:cancel meetings:new_item meetings:pick", RUN_FORUM, args=one("gathering.pk")),
    **opens("meetings:arrange", RUN_FORUM, args=one("announced.pk")),
    **opens("meetings:outcomes meetings:door", RUN_FORUM, args=one("session.pk")),
    **acts("meetings:door_code meetings:door_person meetings:door_walk_in", SIGNED_IN, args=one("session.pk")),
    **opens("meetings:registration", SIGNED_IN, args=one("offered.pk")),
    **acts("meetings:cancel_registration", SIGNED_IN, args=one("offered.pk")),
    **opens("meetings:places meetings:people", RUN_FORUM, args=one("offered.pk")),
    **acts("meetings:publish", SIGNED_IN, args=one("gathering.pk")),
    **acts("meetings:start", SIGNED_IN, args=one("announced.pk")),
    **opens("meetings:attendance meetings:notes", RUN_FORUM, args=one("session.pk")),
    **opens("meetings:kit", RUN_FORUM, args=one("gathering.pk")),
    **opens("api:meetings"),
    **opens("api:meeting", args=one("offered.pk")),
    **acts("api:meeting-registration", SIGNED_IN, args=one("offered.pk")),
    **acts("api:meeting-door", SIGNED_IN, args=one("session.pk")),
    **opens("meetings:recording", RUN_FORUM, args=one("session.pk")),
    **opens("meetings:objection", frozenset({"member", "facilitator"}), args=one("session.pk notes.version")),
    **opens("meetings:report", args=one("reported.pk")),
    **opens("meetings:report_version", args=lambda world: (world.one.reported.pk, 1)),
    **opens("meetings:mine", SIGNED_IN),
    **acts("meetings:renew_key", SIGNED_IN),
    **opens("meetings:own_feed", args=one("calendar.token")),
    **acts("meetings:end", SIGNED_IN, args=one("session.pk")),
    **acts("meetings:agree", SIGNED_IN, args=one("session.pk notes.version")),
}
