"""A shared issue: what two or more forums raise, each in its own words."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _, override

from proposals.states import PartState


class SharedIssue(models.Model):
    """Opened by a facilitator or a clerk. A forum is in it when its own facilitator says so, never before."""

    title = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    summary_html = models.TextField(blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=300, blank=True)  # published

    class Meta:
        verbose_name = _("shared issue")
        verbose_name_plural = _("shared issues")
        ordering = ("-opened_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | ~models.Q(closed_because=""), name="issue_close_has_reason"
            ),
        )
        indexes = (models.Index(fields=("-opened_at", "-id"), name="issue_newest"),)

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        with override(settings.LANGUAGE_CODE):
            return reverse("issues:issue", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class SharedIssuePart(models.Model):
    """A proposal or a conversation of one forum, in a shared issue: asked, in it, or declined by that forum."""

    issue = models.ForeignKey(SharedIssue, models.PROTECT, related_name="parts")
    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=PartState.choices)
    words = models.CharField(max_length=300, blank=True)  # why a forum stays out, published
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("issue", "subject_kind", "subject_id"), name="issue_part_once"),
            models.CheckConstraint(
                condition=models.Q(state="asked", answered_at=None)
                | (~models.Q(state="asked") & models.Q(answered_at__isnull=False)),
                name="issue_part_answered",
            ),
        )
        indexes = (
            models.Index(fields=("subject_kind", "subject_id"), name="issue_part_subject"),
            models.Index(fields=("forum", "state"), name="issue_part_forum"),
        )

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} in {self.issue_id}"

    @property
    def key(self) -> tuple[str, int]:
        return self.subject_kind, self.subject_id
