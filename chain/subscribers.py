"""What the chain does when a clock moves."""

from chain.actions import move_due
from clocks.events import DeadlineMoved, DeadlineOverridden
from clocks.models import Deadline
from ledger.listeners import hears
from ledger.models import Entry


@hears(DeadlineMoved, DeadlineOverridden)
def follow_the_clock(event: DeadlineMoved | DeadlineOverridden, entry: Entry) -> None:
    """The steps under a deadline are owed by its date as it stands now."""
    deadline = Deadline.objects.filter(pk=event.deadline_id).first()
    if deadline is not None:
        move_due(deadline=deadline)
