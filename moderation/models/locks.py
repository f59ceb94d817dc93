"""Who is at work on a thing, so that two moderators never act on it unknowingly."""

from django.conf import settings
from django.db import models

from core import now
from moderation.querysets import LockQuerySet


class Lock(models.Model):
    """One moderator has one thing on the desk until a moment; the row is the promise that it is one."""

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    taken_at = models.DateTimeField()
    until = models.DateTimeField()

    objects = LockQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("subject_kind", "subject_id"), name="lock_once"),)

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} until {self.until}"

    @property
    def is_live(self) -> bool:
        return self.until > now()


class TakeOver(models.Model):
    """Somebody took a thing from another's desk: who, from whom, when."""

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    from_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} taken over"
