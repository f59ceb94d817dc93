"""What happens in moderation."""

from moderation.events.arriving import HeldBack, HeldReleased, HeldTakenBack
from moderation.events.blocks import BlockEnded, PersonBlocked
from moderation.events.deciding import (
    AppealDecided,
    AppealMade,
    ContentDecided,
    ContentEscalated,
    ContentFlagged,
    ContentRephrased,
    ItemTakenOver,
    ModeratorStoodAside,
    ReasonChanged,
)
from moderation.events.holding import HoldRuleEnded, HoldRuleSet
from moderation.events.ladder import StepEnded, StepTaken
from moderation.events.months import MonthPublished
from moderation.events.numbers import SettingSet

__all__ = [
    "AppealDecided",
    "AppealMade",
    "BlockEnded",
    "ContentDecided",
    "ContentEscalated",
    "ContentFlagged",
    "ContentRephrased",
    "HeldBack",
    "HeldReleased",
    "HeldTakenBack",
    "HoldRuleEnded",
    "HoldRuleSet",
    "ItemTakenOver",
    "ModeratorStoodAside",
    "MonthPublished",
    "PersonBlocked",
    "ReasonChanged",
    "SettingSet",
    "StepEnded",
    "StepTaken",
]
