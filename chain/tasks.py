"""What the chain does every morning."""

from celery import shared_task

from chain.reminding import remind


@shared_task
def remind_owners() -> int:
    """Whoever owes a step is reminded in time, and once when its day has passed; run twice, they are told once."""
    return remind()
