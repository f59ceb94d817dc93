"""Who may report, decide and appeal. Who moderates where is the owner's policy, and comes in as a verdict."""

from moderation.policies.appeals import may_appeal, may_decide_appeal
from moderation.policies.blocks import may_block, may_end_block
from moderation.policies.council import may_moderate_council
from moderation.policies.decisions import may_decide, may_see_statement
from moderation.policies.flags import may_flag, may_flag_person
from moderation.policies.held import may_post_links, may_take_back
from moderation.policies.hold_rules import may_end_hold_rule, may_set_hold_rule
from moderation.policies.ladder import may_take_step, may_write
from moderation.policies.locks import has_it, may_take, may_take_over
from moderation.policies.rewording import may_rephrase

__all__ = [
    "has_it",
    "may_appeal",
    "may_block",
    "may_decide",
    "may_decide_appeal",
    "may_end_block",
    "may_end_hold_rule",
    "may_flag",
    "may_flag_person",
    "may_moderate_council",
    "may_post_links",
    "may_rephrase",
    "may_see_statement",
    "may_set_hold_rule",
    "may_take",
    "may_take_back",
    "may_take_over",
    "may_take_step",
    "may_write",
]
