"""A report: one person says once that something breaks the rules."""

from django.conf import settings
from django.db import models

from core import now, today
from moderation.models.reasons import Reason
from moderation.querysets import FlagQuerySet


class Flag(models.Model):
    """One person says once that something breaks the rules."""

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    host_key = models.CharField(max_length=60, blank=True)  # whose moderators decide, such as "forum:3"
    reason = models.ForeignKey(Reason, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    due = models.DateField()
    due_at = models.DateTimeField(null=True, blank=True)  # the hour, where it may be against the law
    weight = models.DecimalField(max_digits=5, decimal_places=2, default=1)  # by the reporter's record of that moment
    settled = models.BooleanField(default=False)  # the reporter's account was no fresh one at that moment
    decision = models.ForeignKey("Decision", models.PROTECT, null=True, blank=True, related_name="flags")

    objects = FlagQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("subject_kind", "subject_id", "by"), name="flag_once"),)
        indexes = (models.Index(fields=("host_key", "due"), condition=models.Q(decision=None), name="flag_waiting"),)

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} {self.reason}"

    @property
    def is_late(self) -> bool:
        if self.decision_id is not None:
            return False
        return self.due_at < now() if self.due_at is not None else self.due < today()
