from celery import shared_task

from notifications import sending


@shared_task
def send_mail() -> int:
    """Waiting mails have been sent."""
    return sending.send_waiting()


@shared_task
def write_digests() -> int:
    """Each person who wants a daily mail and has news has one waiting."""
    return sending.write_digests()
