from celery import shared_task

from ledger.delivery import deliver_due


@shared_task
def deliver() -> int:
    """Deliver what is due. Woken at each commit, and by the sweep."""
    return deliver_due()
