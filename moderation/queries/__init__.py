"""What waits for moderators, what was decided on a thing, and the public figures."""

from moderation.queries.decisions import (
    active_reasons,
    decisions_on,
    edit_of,
    hiding_of,
    is_back,
    rephrase_of,
    reports_on,
)
from moderation.queries.escalations import Urgent, escalated, is_escalated
from moderation.queries.figures import Figures, figures
from moderation.queries.ladder import pause_of
from moderation.queries.locks import lock_of, locks_of
from moderation.queries.texts import chosen_template, every_template, reasons_with_texts, template_for, templates
from moderation.queries.waiting import Waiting, WaitingAppeal, appeals_waiting, queue, waiting_count

__all__ = [
    "Figures",
    "Urgent",
    "Waiting",
    "WaitingAppeal",
    "active_reasons",
    "appeals_waiting",
    "chosen_template",
    "decisions_on",
    "edit_of",
    "escalated",
    "every_template",
    "figures",
    "hiding_of",
    "is_back",
    "is_escalated",
    "lock_of",
    "locks_of",
    "pause_of",
    "queue",
    "reasons_with_texts",
    "rephrase_of",
    "reports_on",
    "template_for",
    "templates",
    "waiting_count",
]
