"""One decision on content, whatever the content is: flagged, decided with a reason, open to appeal."""

from moderation.models.blocks import Block, BlockHid
from moderation.models.decisions import Appeal, Decision
from moderation.models.escalations import Escalation
from moderation.models.flags import Flag
from moderation.models.held import Held, HoldRule, Why
from moderation.models.interests import Interest
from moderation.models.ladder import LadderStep, Measure, Removal
from moderation.models.locks import Lock, TakeOver
from moderation.models.moderated import Moderated
from moderation.models.months import MonthReport
from moderation.models.profiles import Profile
from moderation.models.reasons import Reason
from moderation.models.rewording import Edit, Rephrase
from moderation.models.settings import Setting
from moderation.models.texts import ReasonVersion, Template
from moderation.models.trust import Trust

__all__ = [
    "Appeal",
    "Block",
    "BlockHid",
    "Decision",
    "Edit",
    "Escalation",
    "Flag",
    "Held",
    "HoldRule",
    "Interest",
    "LadderStep",
    "Lock",
    "Measure",
    "Moderated",
    "MonthReport",
    "Profile",
    "Reason",
    "ReasonVersion",
    "Removal",
    "Rephrase",
    "Setting",
    "TakeOver",
    "Template",
    "Trust",
    "Why",
]
