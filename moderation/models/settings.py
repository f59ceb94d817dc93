"""Numbers that the council sets, with every version kept: what holds is the row that began last."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from moderation.querysets import SettingQuerySet


class Setting(models.Model):
    """One number from one moment on, and why it was set."""

    key = models.CharField(max_length=60)
    title = models.CharField(max_length=120, blank=True)
    value = models.DecimalField(max_digits=8, decimal_places=2)
    since = models.DateTimeField()
    why = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = SettingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(value__gte=0), name="setting_not_negative"),
            # That three accounts cannot hide anything is a promise, not a choice.
            models.CheckConstraint(
                condition=~models.Q(key="flags.hide_accounts") | models.Q(value__gt=3), name="setting_more_than_three"
            ),
        )
        indexes = (models.Index(fields=("key", "-since", "-id"), name="setting_newest"),)

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"

    def get_absolute_url(self) -> str:
        return reverse("portal:number", args=["moderation", self.key])
