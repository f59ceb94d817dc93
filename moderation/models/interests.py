"""What moderators have an interest in, so that somebody else decides on it."""

from django.conf import settings
from django.db import models


class Interest(models.Model):
    """One moderator stands aside from one thing: a record, all that hangs under it, or all that one person writes. Never why."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "subject_kind", "subject_id"), name="interest_once"),)

    def __str__(self) -> str:
        return f"{self.user_id} stands aside from {self.subject_kind}:{self.subject_id}"
