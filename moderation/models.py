"""One decision on content, whatever the content is: flagged, decided with a reason, open to appeal."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import today
from moderation.querysets import AppealQuerySet, DecisionQuerySet, FlagQuerySet, ReasonQuerySet


class Reason(models.Model):
    """Why something may be hidden: the council's published list, as data."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=120)
    explanation = models.TextField(blank=True)
    active = models.BooleanField(default=True)

    objects = ReasonQuerySet.as_manager()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class Moderated(models.Model):
    """What an upper app's model inherits when its rows can be hidden. Only `moderation.actions` writes these."""

    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.CharField(max_length=120, blank=True)  # the reason's title, shown in its place

    class Meta:
        abstract = True

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None


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
    decision = models.ForeignKey("Decision", models.PROTECT, null=True, blank=True, related_name="flags")

    objects = FlagQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("subject_kind", "subject_id", "by"), name="flag_once"),)
        indexes = (models.Index(fields=("host_key", "due"), condition=models.Q(decision=None), name="flag_waiting"),)

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} {self.reason}"

    @property
    def is_late(self) -> bool:
        return self.decision_id is None and self.due < today()


class Decision(models.Model):
    """What a moderator decided of one subject, and why. Kept for ever, whatever comes after."""

    class Outcome(models.TextChoices):
        HIDE = "hide", _("hidden")
        KEEP = "keep", _("kept")
        RESTORE = "restore", _("restored")

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    host_key = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.ForeignKey(Reason, models.PROTECT, null=True, blank=True, related_name="+")
    statement = models.TextField()  # to the author
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
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    due = models.DateField()
    answer = models.OneToOneField(Decision, models.PROTECT, null=True, blank=True, related_name="answers")

    objects = AppealQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("due",), condition=models.Q(answer=None), name="appeal_waiting"),)

    def __str__(self) -> str:
        return f"appeal against {self.decision_id}"
