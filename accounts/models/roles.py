"""Council-wide roles, each granted by somebody, from a day to a day. Roles in a forum or on a body are rows there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.querysets import GrantQuerySet


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", _("administrator")
    CLERK = "clerk", _("clerk")
    SCRUTINY_OFFICER = "scrutiny_officer", _("scrutiny officer")
    EVALUATING_OFFICER = "evaluating_officer", _("evaluating officer")
    MODERATOR = "moderator", _("moderator")
    AUDITOR = "auditor", _("auditor")


class Grant(models.Model):
    """A role that one sign-in holds for a time. Ended, never deleted."""

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the first day without it
    granted_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("user", "role"), name="grant_user"),)
        constraints = (
            models.UniqueConstraint(fields=("user", "role"), condition=models.Q(until=None), name="grant_once"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
