"""What is kept of a meeting afterwards: objections to its notes, recordings, the closing report; and what people were reminded of."""

from django.conf import settings
from django.db import models

from core import now
from meetings.models.gatherings import Gathering, Notes


class Objection(models.Model):
    """A member says, in public and with a reason, that this version of the notes is not what happened. A new version settles it."""

    notes = models.ForeignKey(Notes, models.PROTECT, related_name="objections")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField(default=now)
    settled_by = models.ForeignKey(Notes, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("notes", "person"), name="objection_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="objection_says_why"),
        )

    def __str__(self) -> str:
        return self.reason[:80]


class Recording(models.Model):
    """Where a sound or video of the meeting can be found."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="recordings")
    title = models.CharField(max_length=120)
    url = models.URLField()
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("gathering", "url"), name="recording_once"),)

    def __str__(self) -> str:
        return self.title


class Report(models.Model):
    """The closing report: who was there in figures, what came of each item, the notes that were agreed. Never changed; later notes make a later version."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="reports")
    version = models.PositiveSmallIntegerField()
    notes = models.OneToOneField(Notes, models.PROTECT, related_name="+")
    facts = models.JSONField()  # as published: figures without small ones, items with outcomes, recordings
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=("gathering", "version"), name="report_version"),)

    def __str__(self) -> str:
        return f"version {self.version}"


class Reminder(models.Model):
    """That people were reminded of something, for this date of the meeting; so they are told once, and anew when it moves."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="+")
    what = models.CharField(max_length=12)
    starts_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("gathering", "what", "starts_at"), name="reminded_once"),)

    def __str__(self) -> str:
        return f"{self.gathering_id}: {self.what}"


class CalendarKey(models.Model):
    """What opens one person's own feed without signing in, since calendars cannot. Renewed, the old address is gone."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"of {self.user_id}"
