"""Acts at the ballot box."""

from tests.doors.acts.act import Pick, does
from tests.doors.table.door import ALL, RUN_FORUM

BALLOTS = {
    **does("ballots:vote api:ballot-vote", "member", data=lambda world: {"choice": Pick("yes")}),
    **does("ballots:find", "signed out", ALL, lambda world: {"tracker": "ABCD EFGH"}, changes=False, token=False),
    **does("ballots:print_slips", "facilitator", RUN_FORUM, lambda world: {"number": Pick("1")}),
    **does(
        "ballots:hand_out api:ballot-hand-out",
        "facilitator",
        RUN_FORUM,
        lambda world: {"person": Pick(world.one.owner.person.pk)},
    ),
    **does(
        "ballots:read_slip api:ballot-read-slip",
        "facilitator",
        RUN_FORUM,
        lambda world: {"code": world.one.slip.code, "choice": Pick("yes")},
    ),
    **does(
        "ballots:annul",
        "clerk",
        data=lambda world: {"reason": "The roll left out everybody who joined in May, by a fault of ours."},
    ),
}
