"""Words that a moderator took out, and words that the author was asked to find anew. What was said first is kept, for the two sides alone."""

from django.db import models

from core import today
from moderation.models.decisions import Decision
from moderation.querysets import RephraseQuerySet


class Edit(models.Model):
    """What a moderator made of somebody's words."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="edit")
    before = models.TextField()
    after = models.TextField()

    def __str__(self) -> str:
        return f"edit of {self.decision_id}"


class Rephrase(models.Model):
    """The author is asked to say it in other words until a day; then, or once they have, it comes back to the moderators."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="rephrase")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    host_key = models.CharField(max_length=60, blank=True)
    before = models.TextField()
    after = models.TextField(blank=True)
    due = models.DateField()  # the author's day; once they have answered, the moderators'
    said_at = models.DateTimeField(null=True, blank=True)
    settled = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RephraseQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("subject_kind", "subject_id"), condition=models.Q(settled=None), name="rephrase_once_at_a_time"
            ),
        )
        indexes = (models.Index(fields=("host_key", "due"), condition=models.Q(settled=None), name="rephrase_waiting"),)

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} until {self.due}"

    @property
    def waits_for_author(self) -> bool:
        return self.settled_id is None and self.said_at is None and self.due >= today()
