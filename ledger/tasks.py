from celery import shared_task

from ledger.delivery import deliver_due
from ledger.sealing import seal_all


@shared_task
def deliver() -> int:
    """What is due has been delivered. Woken at each commit, and by the sweep."""
    return deliver_due()


@shared_task
def seal() -> int:
    """What has settled is sealed."""
    return seal_all()
