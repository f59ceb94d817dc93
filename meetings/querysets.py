"""Gatherings, in adjectives."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from meetings.models import Gathering, Registration  # noqa: F401


class GatheringQuerySet(models.QuerySet["Gathering"]):
    def of(self, host_kind: str, host_id: int) -> "GatheringQuerySet":
        return self.filter(host_kind=host_kind, host_id=host_id)

    def standing(self) -> "GatheringQuerySet":
        """Not cancelled."""
        return self.exclude(state="cancelled")

    def coming(self, moment: datetime) -> "GatheringQuerySet":
        """Not over at `moment`, the next first."""
        return self.filter(ends_at__gt=moment).order_by("starts_at", "id")

    def past(self, moment: datetime) -> "GatheringQuerySet":
        """Over at `moment`, the latest first."""
        return self.filter(ends_at__lte=moment).order_by("-starts_at", "-id")


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def standing_in(self) -> "RegistrationQuerySet":
        """Those who have a place."""
        return self.filter(state="in")

    def waiting(self) -> "RegistrationQuerySet":
        """In the order in which they asked."""
        return self.filter(state="waiting").order_by("number")

    def live(self) -> "RegistrationQuerySet":
        """Not cancelled."""
        return self.exclude(state="cancelled")
