"""Who may look behind each door. A door that is not in this table fails the tests, so nothing is open by oversight.

`who` is who sees the page (GET); a door with `post=True` only takes acts, and looking at it is refused by method. Whoever is not
in `who` is sent to sign in (302), or refused with the reason (403); `hidden=True`: to them it does not exist (404).
`args` are the parameters of the address, in the world of `world.py`; `place` says whose facilitator, chair, owner ... knocks.
Each app has its module, pages first, then the API.
"""

from tests.doors.table.accounts import ACCOUNTS, SIGNING
from tests.doors.table.admin import ADMIN
from tests.doors.table.ballots import BALLOTS
from tests.doors.table.committees import COMMITTEES
from tests.doors.table.door import Door
from tests.doors.table.forums import FORUMS
from tests.doors.table.meetings import MEETINGS
from tests.doors.table.moderation import MODERATION
from tests.doors.table.neighbourhoods import NEIGHBOURHOODS
from tests.doors.table.notifications import NOTIFICATIONS
from tests.doors.table.outputs import OUTPUTS
from tests.doors.table.plain import PLAIN
from tests.doors.table.processes import PROCESSES
from tests.doors.table.proposals import PROPOSALS
from tests.doors.table.questions import QUESTIONS
from tests.doors.table.surveys import SURVEYS

TABLE: dict[str, Door] = {
    **ADMIN, **PLAIN, **FORUMS, **PROCESSES, **QUESTIONS, **SURVEYS, **PROPOSALS, **OUTPUTS, **COMMITTEES, **BALLOTS, **MEETINGS, **ACCOUNTS, **SIGNING,
    **NEIGHBOURHOODS, **NOTIFICATIONS, **MODERATION,
}  # fmt: skip
