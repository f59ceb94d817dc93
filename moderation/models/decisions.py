"""What moderators decided, and what authors asked a second person to decide again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from moderation.models.reasons import Reason
from moderation.querysets import AppealQuerySet, DecisionQuerySet


class Decision(models.Model):
    """What a moderator decided of one subject, and why. Kept for ever, whatever comes after."""

    class Outcome(models.TextChoices):
        HIDE = "hide", _("hidden")
        KEEP = "keep", _("kept")
        RESTORE = "restore", _("restored")
        HOLD = (
            "hold",
            _("held until a person looks"),
        )  # by nobody: enough reports of enough people; a person decides next

        EDIT = "edit", _("edited by a moderator")
        REPHRASE = "rephrase", _("to be said in other words")

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    host_key = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.ForeignKey(Reason, models.PROTECT, null=True, blank=True, related_name="+")
    statement = models.TextField()  # to the author
    appeal_until = models.DateField(null=True, blank=True)  # none: there is nothing to appeal against
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("subject_kind", "subject_id", "-id"), name="decision_subject"),
            models.Index(fields=("-at",), name="decision_newest"),
        )

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} {self.outcome}"


class Appeal(models.Model):
    """The author asks somebody else to decide again."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="appeal")
    text = models.TextField()
    # None: the author wrote under protection, and nothing says who they are
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    due = models.DateField()
    answer = models.OneToOneField(Decision, models.PROTECT, null=True, blank=True, related_name="answers")

    objects = AppealQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("due",), condition=models.Q(answer=None), name="appeal_waiting"),)

    def __str__(self) -> str:
        return f"appeal against {self.decision_id}"
