"""Acts at the ballot box."""

from tests.doors.acts.act import Pick, does
from tests.doors.table.door import ALL

BALLOTS = {
    **does("ballots:vote api:ballot-vote", "member", data=lambda world: {"choice": Pick("yes")}),
    **does("ballots:find", "signed out", ALL, lambda world: {"tracker": "ABCD EFGH"}, changes=False, token=False),
    **does(
        "ballots:annul",
        "clerk",
        data=lambda world: {"reason": "The roll left out everybody who joined in May, by a fault of ours."},
    ),
}
