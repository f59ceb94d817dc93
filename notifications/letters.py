"""A mail in words: what happened, where to read it, how to stop."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext

from notifications.models import Mail, Notice
from notifications.queries import news, preference_of


def letter(mail: Mail) -> EmailMessage | None:
    """The message for one waiting mail, always with the same Message-ID; None where nothing is left to tell."""
    notices = list(Notice.objects.filter(mail=mail).order_by("-id")[:100])
    told = news(mail.user, notices)
    if not told:
        return None
    stop = absolute(reverse("notifications:stop", args=(preference_of(mail.user).token,)))
    return EmailMessage(
        subject=_subject([item.sentence for item in told]),
        body=render_to_string("notifications/mail.txt", {"news": told, "base": settings.FOLKMOOT_URL, "stop": stop}),
        to=[mail.user.email],
        headers={
            "Message-ID": mail.message_id,
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def absolute(path: str) -> str:
    return settings.FOLKMOOT_URL + path


def _subject(sentences: Sequence[str]) -> str:
    if len(sentences) == 1:
        return " ".join(sentences[0].split())[:150]
    return ngettext("%(n)d thing has happened", "%(n)d things have happened", len(sentences)) % {"n": len(sentences)}
