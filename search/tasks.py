"""What the search does by night."""

from celery import shared_task

from search import actions


@shared_task
def refresh_words() -> None:
    """The vocabulary is that of the documents as they stand."""
    actions.refresh_words()
