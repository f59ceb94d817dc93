"""What becomes of meetings while nobody looks."""

import structlog
from celery import shared_task

from clocks.models import Deadline
from core import today
from meetings import actions

log = structlog.get_logger(__name__)


@shared_task  # type: ignore[untyped-decorator]
def agree_unopposed() -> None:
    """Notes whose days for objections are over without an open one are agreed, each on its own; one that fails holds up no other."""
    due = Deadline.objects.open().filter(rule__key="meetings.notes", due__lt=today())
    for deadline in due.order_by("due", "id"):
        try:
            actions.agree_unopposed(deadline=deadline)
        except Exception:
            log.exception("notes_not_agreed", deadline_id=deadline.pk)


@shared_task  # type: ignore[untyped-decorator]
def remind() -> int:
    """Everybody who is owed a reminder of a meeting has had it, once."""
    return actions.remind()


@shared_task  # type: ignore[untyped-decorator]
def forget_needs() -> int:
    """What people needed at meetings that are long enough over is deleted."""
    return actions.forget_needs()
