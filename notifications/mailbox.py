"""The demo's mail server: it keeps every message in the database, where /demo/mail/ shows it."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from core import now
from notifications.models import KeptMail


class Kept(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Nothing leaves the house; gives how many were kept."""
        kept = [
            KeptMail(
                to=address,
                subject=" ".join(str(message.subject).split())[:300],
                body=str(message.body),
                headers={key: str(value) for key, value in message.extra_headers.items()},
                at=now(),
            )
            for message in email_messages
            for address in message.recipients()
        ]
        KeptMail.objects.bulk_create(kept)
        return len(email_messages)
