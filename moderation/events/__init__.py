"""What happens in moderation."""

from moderation.events.arriving import HeldBack, HeldReleased, HeldTakenBack
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

__all__ = [
    "AppealDecided",
    "AppealMade",
    "ContentDecided",
    "ContentEscalated",
    "ContentFlagged",
    "ContentRephrased",
    "HeldBack",
    "HeldReleased",
    "HeldTakenBack",
    "ItemTakenOver",
    "ModeratorStoodAside",
    "ReasonChanged",
]
