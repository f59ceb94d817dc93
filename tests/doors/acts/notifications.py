"""Acts on notices, and on what one follows."""

from tests.doors.acts.act import Pick, does
from tests.doors.table.door import ALL, SIGNED_IN

NOTIFICATIONS = {
    **does("notifications:read_all notifications:open", "owner", SIGNED_IN),
    **does("notifications:settings", "verified", SIGNED_IN, lambda world: {"channel": Pick("none")}),
    **does(
        "notifications:follow",
        "verified",
        SIGNED_IN,
        lambda world: {"kind": Pick("proposals.proposal"), "id": Pick(world.one.fresh.pk)},
    ),
    **does(
        "notifications:unfollow",
        "owner",
        SIGNED_IN,
        lambda world: {"kind": Pick("proposals.proposal"), "id": Pick(world.one.fresh.pk)},
    ),
    **does("notifications:stop", "signed out", ALL, token=False),
}
