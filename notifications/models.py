"""Who is told what and how: inbox, e-mail at once or as a digest, and what has been followed."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def _token() -> str:
    return secrets.token_urlsafe(24)


class Channel(models.TextChoices):
    AT_ONCE = "at_once", _("An e-mail each time")
    DAILY = "daily", _("One e-mail a day")
    NONE = "none", _("No e-mail, only the inbox")


class Preference(models.Model):
    """How one sign-in wants to hear. The token lets an e-mail's link stop it without signing in."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.DAILY)
    mentions = models.BooleanField(default=True)  # whether to hear that somebody named them with @
    token = models.CharField(max_length=48, unique=True, default=_token)

    def __str__(self) -> str:
        return self.channel


class Follow(models.Model):
    """One sign-in wants news of one subject."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "subject_kind", "subject_id"), name="follow_once"),)
        indexes = (models.Index(fields=("subject_kind", "subject_id"), name="follow_subject"),)

    def __str__(self) -> str:
        return f"{self.user_id} follows {self.subject_kind}:{self.subject_id}"


class Duty(models.Model):
    """Who had to be told of one entry, by class of people: how many were owed notice, how many were told."""

    entry_id = models.BigIntegerField()
    audience = models.CharField(max_length=40)  # "author", "supporters", "followers", ...
    owed = models.PositiveIntegerField()
    told = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry_id", "audience"), name="duty_once"),)
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return f"{self.entry_id} {self.audience}: {self.told} of {self.owed}"


class MailState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")


class Mail(models.Model):
    """An e-mail to send: at least once, always with the same Message-ID, so that a double can be told."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("not_before",), condition=models.Q(state="waiting"), name="mail_waiting"),)

    def __str__(self) -> str:
        return self.message_id


class Notice(models.Model):
    """News in one person's inbox. The unique key is what makes it arrive exactly once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    entry_id = models.BigIntegerField()
    event = models.CharField(max_length=80)
    audience = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(Mail, models.SET_NULL, null=True, blank=True, related_name="notices")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "entry_id"), name="notice_once"),)
        indexes = (
            models.Index(fields=("user", "-id"), name="notice_inbox"),
            models.Index(fields=("user",), condition=models.Q(read_at=None), name="notice_unread"),
            models.Index(fields=("user", "at"), condition=models.Q(mail=None), name="notice_unmailed"),
        )

    def __str__(self) -> str:
        return f"{self.event} for {self.user_id}"


class KeptMail(models.Model):
    """In the demo no mail leaves the house: it is kept here and can be read at /demo/mail/."""

    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    headers = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
