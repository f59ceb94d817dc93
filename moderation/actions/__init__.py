"""Report, decide, appeal, decide again. The only room that writes what is hidden, of whatever kind it is."""

from moderation.actions.appeals import appeal, decide_appeal
from moderation.actions.arrivals import receive, take_back, take_back_about
from moderation.actions.blocks import block_person, end_block, end_due_blocks
from moderation.actions.decisions import decide
from moderation.actions.escalations import escalate
from moderation.actions.flags import flag
from moderation.actions.hold_rules import end_hold_rule, set_hold_rule
from moderation.actions.interests import stand_aside
from moderation.actions.ladder import end_due_measures, take_step
from moderation.actions.locks import give_back, take, take_over
from moderation.actions.months import freeze_months, recount_months
from moderation.actions.profiles import flag_person
from moderation.actions.rewording import forget_first_words, rephrase
from moderation.actions.settings import set_setting
from moderation.actions.texts import change_reason, write_template
from moderation.actions.trust import fold_reading

__all__ = [
    "appeal",
    "block_person",
    "change_reason",
    "decide",
    "decide_appeal",
    "end_block",
    "end_due_blocks",
    "end_due_measures",
    "end_hold_rule",
    "escalate",
    "flag",
    "flag_person",
    "fold_reading",
    "forget_first_words",
    "freeze_months",
    "give_back",
    "receive",
    "recount_months",
    "rephrase",
    "set_hold_rule",
    "set_setting",
    "stand_aside",
    "take",
    "take_back",
    "take_back_about",
    "take_over",
    "take_step",
    "write_template",
]
