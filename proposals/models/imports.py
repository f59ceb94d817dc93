"""Another platform's record, brought in once."""

from django.db import models


class ImportRun(models.Model):
    """One run of an import, and what it did."""

    source = models.CharField(max_length=40)
    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    proposals = models.PositiveIntegerField(default=0)
    posts = models.PositiveIntegerField(default=0)
    failures = models.JSONField(default=list)  # [line number, reason], the first 1,000
    failed = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the files
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%Y-%m-%d}"
