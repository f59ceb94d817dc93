"""What may be against the law: hidden, and with the council's moderators, who have hours and no working days."""

from django.conf import settings
from django.db import models

from core import now
from moderation.models.decisions import Decision


class Escalation(models.Model):
    """One thing that a moderator handed to the council's moderators; it stays hidden until they decide."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="escalation")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    settled = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("subject_kind", "subject_id"),
                condition=models.Q(settled=None),
                name="escalation_once_at_a_time",
            ),
        )
        indexes = (models.Index(fields=("due_at",), condition=models.Q(settled=None), name="escalation_waiting"),)

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} until {self.due_at}"

    @property
    def is_late(self) -> bool:
        return self.settled_id is None and self.due_at < now()
