"""What a person may take away, and what time takes away."""

from django.db import models

from accounts.querysets import DataExportQuerySet
from core import now


class DataExport(models.Model):
    """A zip of all that is kept about one person; only they may fetch it, and only for a while."""

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=now)
    ready_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    path = models.CharField(max_length=200, blank=True)  # below the private root, random

    objects = DataExportQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("user", "-asked_at"), name="export_user"),)

    def __str__(self) -> str:
        return f"export for {self.user_id}"


class RetentionRun(models.Model):
    """One run of the retention rules: first a report, then, if a person says so, the deletion."""

    at = models.DateTimeField(default=now)
    report = models.JSONField(default=dict)  # ids by rule, never a name or an address
    carried_out_at = models.DateTimeField(null=True, blank=True)
    carried_out_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"retention {self.at:%Y-%m-%d}"

    @property
    def count(self) -> int:
        """How many cases the report names."""
        return sum(len(ids) for ids in self.report.values())
