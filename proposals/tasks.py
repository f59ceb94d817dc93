"""What runs by the clock. Each may run twice at once, or twice in a row, and leaves the same world."""

from celery import shared_task

from proposals import actions


@shared_task
def fold_tallies() -> int:
    """Every few seconds: supports given and taken back are in the published counts."""
    return actions.fold_tallies()


@shared_task
def recount() -> int:
    """Each night: the published counts are those of the rows; gives how many were not."""
    return actions.recount()


@shared_task
def expire_due() -> int:
    """Each night: proposals whose time has passed have expired."""
    return actions.expire_due()
