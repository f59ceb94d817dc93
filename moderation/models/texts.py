"""What stands ready to be written to authors, and what each reason said in which version."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from moderation.models.reasons import Reason
from moderation.querysets import TemplateQuerySet


class ReasonVersion(models.Model):
    """What a reason said from a moment on."""

    reason = models.ForeignKey(Reason, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    explanation = models.TextField(blank=True)
    active = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-version",)
        constraints = (models.UniqueConstraint(fields=("reason", "version"), name="reason_version"),)

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"


class Template(models.Model):
    """Words to a person for one reason, to begin from: where something they wrote is decided on, or where they are blocked."""

    class Use(models.TextChoices):
        DECISION = "decision", _("to decide on something that was written")
        BLOCK = "block", _("to block a person")

    reason = models.ForeignKey(Reason, models.PROTECT, related_name="templates")
    use = models.CharField(max_length=10, choices=Use.choices, default=Use.DECISION)
    title = models.CharField(max_length=80)
    text = models.TextField()
    active = models.BooleanField(default=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ("reason_id", "id")

    def __str__(self) -> str:
        return self.title
