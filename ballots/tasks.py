import structlog
from celery import shared_task

from ballots.actions import close_ballot, open_ballot
from ballots.models import Ballot
from core import now
from core.states import StateConflict

log = structlog.get_logger(__name__)


@shared_task  # type: ignore[untyped-decorator]
def open_and_close() -> None:
    """Every ballot whose moment has come is open, and every ballot whose time is over is counted.

    One that cannot be counted stays closed to votes and uncounted, is named in the log, and holds up no other.
    """
    for ballot in Ballot.objects.due_to_open(now()).order_by("opens_at"):
        try:
            open_ballot(ballot=ballot)
        except StateConflict:
            continue  # another worker was quicker
    for ballot in Ballot.objects.due_to_close(now()).order_by("closes_at"):
        try:
            close_ballot(ballot=ballot)
        except Exception:
            log.exception("ballot_not_counted", ballot_id=ballot.pk)
