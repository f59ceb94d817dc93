"""Every act that an address takes: who may do it, and what they would send. Each is first seen to work, so that a refusal means something.

A value that is a `Pick` is one of a closed set (a choice, an id, a date, a number); any other text is free. Each app has its
module; an act that a page and the API take alike stands once, under both names.
"""

from tests.doors.acts.accounts import ACCOUNTS
from tests.doors.acts.act import Act
from tests.doors.acts.ballots import BALLOTS
from tests.doors.acts.committees import COMMITTEES
from tests.doors.acts.forums import FORUMS
from tests.doors.acts.meetings import MEETINGS
from tests.doors.acts.moderation import MODERATION
from tests.doors.acts.neighbourhoods import NEIGHBOURHOODS
from tests.doors.acts.notifications import NOTIFICATIONS
from tests.doors.acts.outputs import OUTPUTS
from tests.doors.acts.plain import PLAIN
from tests.doors.acts.processes import PROCESSES
from tests.doors.acts.proposals import PROPOSALS
from tests.doors.acts.questions import QUESTIONS
from tests.doors.acts.surveys import SURVEYS

ACTS: dict[str, Act] = {
    **FORUMS, **PROCESSES, **QUESTIONS, **SURVEYS, **PROPOSALS, **OUTPUTS, **COMMITTEES, **BALLOTS, **MEETINGS, **ACCOUNTS, **NEIGHBOURHOODS, **NOTIFICATIONS, **MODERATION, **PLAIN,
}  # fmt: skip

# What takes a POST and is not ours to walk here: allauth has its own tests; the sample form saves nothing; a file is sent apart.
ELSEWHERE = ("account_", "mfa_", "admin", "core:styleguide_form", "accounts:register")
