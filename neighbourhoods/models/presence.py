"""Who works on community development, ward by ward. A post at work, never a private person's home."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from neighbourhoods.querysets import PresenceQuerySet


class Presence(models.Model):
    """A named role of an organisation in a ward, from a day to a day. Ended, never deleted."""

    area = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    role = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120)
    hours = models.CharField(max_length=200)
    contact = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day
    ended_because = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    entered_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("community development post")
        verbose_name_plural = _("community development posts")
        ordering = ("-since", "-id")
        indexes = (models.Index(fields=("area", "until"), name="presence_area"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")), name="presence_ends_after"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | ~models.Q(ended_because=""), name="presence_end_has_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}"
