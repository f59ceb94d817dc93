"""Notices, and what one follows."""

from tests.doors.table.door import SIGNED_IN, acts, one, opens

NOTIFICATIONS = {
    **opens("notifications:inbox notifications:settings notifications:following", SIGNED_IN),
    **acts("notifications:read_all notifications:follow notifications:unfollow", SIGNED_IN),
    **acts("notifications:open", SIGNED_IN, args=one("notice.pk")),
    **opens("notifications:stop", args=one("preference.token")),
    **opens("api:inbox", SIGNED_IN),
}
