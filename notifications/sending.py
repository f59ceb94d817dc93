"""Mails go out at least once, each always with the same Message-ID; digests gather what was not mailed yet."""

from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef

from core import now, today
from notifications.letters import letter
from notifications.models import Channel, Mail, MailState, Notice, Preference

log = structlog.get_logger(__name__)
TRIES = 8


def send_waiting(limit: int = 200) -> int:
    """Up to `limit` waiting mails have been handed to the mail server; gives how many were looked at."""
    seen = 0
    while seen < limit and _send_one():
        seen += 1
    return seen


def _send_one() -> bool:
    with transaction.atomic():
        mail = (
            Mail.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("user")
            .filter(state=MailState.WAITING, not_before__lte=now())
            .order_by("not_before", "id")
            .first()
        )
        if mail is None:
            return False
        try:
            message = letter(mail)
            if message is not None:
                message.send()
        except OSError as error:  # smtplib's errors are OSErrors too
            _put_off(mail, error)
        else:
            mail.state, mail.sent_at = MailState.SENT, now()
            mail.save(update_fields=("state", "sent_at"))
        return True


def _put_off(mail: Mail, error: OSError) -> None:
    mail.attempts += 1
    mail.not_before = now() + timedelta(minutes=2**mail.attempts)
    if mail.attempts >= TRIES:
        mail.state = MailState.FAILED
    mail.save(update_fields=("attempts", "not_before", "state"))
    log.error("mail_failed", mail=mail.pk, attempts=mail.attempts, error=str(error))


def write_digests() -> int:
    """Everyone who wants one mail a day and has unread news has one waiting, never an empty one; gives how many.

    Run twice in a day it changes nothing: the day is in the Message-ID.
    """
    since = now() - timedelta(days=7)
    otherwise = Preference.objects.filter(user=OuterRef("user")).exclude(channel=Channel.DAILY)
    users = (
        Notice.objects.filter(~Exists(otherwise), mail=None, read_at=None, at__gte=since)
        .values_list("user_id", flat=True)
        .distinct()
    )
    written = 0
    for user_id in users.iterator(chunk_size=1_000):
        written += _write_digest(user_id, since)
    return written


@transaction.atomic
def _write_digest(user_id: int, since: object) -> int:
    mail, created = Mail.objects.get_or_create(
        message_id=f"<digest.{today():%Y%m%d}.{user_id}@folkmoot>", defaults={"user_id": user_id, "not_before": now()}
    )
    if created:
        Notice.objects.filter(user_id=user_id, mail=None, read_at=None, at__gte=since).update(mail=mail)
    return int(created)
