"""What waits for moderators, what was decided on a thing, and the public figures."""

from moderation.queries.decisions import active_reasons, decisions_on, hiding_of, reports_on
from moderation.queries.figures import Figures, figures
from moderation.queries.locks import lock_of, locks_of
from moderation.queries.waiting import Waiting, WaitingAppeal, appeals_waiting, queue, waiting_count

__all__ = [
    "Figures",
    "Waiting",
    "WaitingAppeal",
    "active_reasons",
    "appeals_waiting",
    "decisions_on",
    "figures",
    "hiding_of",
    "lock_of",
    "locks_of",
    "queue",
    "reports_on",
    "waiting_count",
]
