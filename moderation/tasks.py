"""What moderation does by the clock."""

from celery import shared_task

from moderation import actions


@shared_task
def fold_reading() -> None:
    """The counters of reading hold what was read since."""
    actions.fold_reading()
