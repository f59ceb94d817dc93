"""What moderation does by the clock."""

from celery import shared_task

from moderation import actions


@shared_task
def fold_reading() -> None:
    """The counters of reading hold what was read since."""
    actions.fold_reading()


@shared_task
def end_due_blocks() -> None:
    """Every block whose day has come has ended."""
    actions.end_due_blocks()


@shared_task
def end_due_measures() -> None:
    """Every step on the ladder whose day has come has ended."""
    actions.end_due_measures()


@shared_task
def freeze_months() -> None:
    """Every month that is over has its published report."""
    actions.freeze_months()
