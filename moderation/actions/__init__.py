"""Report, decide, appeal, decide again. The only room that writes what is hidden, of whatever kind it is."""

from moderation.actions.appeals import appeal, decide_appeal
from moderation.actions.decisions import decide
from moderation.actions.flags import flag
from moderation.actions.locks import give_back, take, take_over
from moderation.actions.profiles import flag_person

__all__ = ["appeal", "decide", "decide_appeal", "flag", "flag_person", "give_back", "take", "take_over"]
