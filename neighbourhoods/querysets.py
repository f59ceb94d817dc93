from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from neighbourhoods.models import Asset, AssetReport, Presence  # noqa: F401


class AssetQuerySet(models.QuerySet["Asset"]):
    def listed(self) -> "AssetQuerySet":
        """Those that the directory shows: neither hidden nor closed."""
        return self.filter(hidden_at=None, closed_on=None)

    def stale(self, on: date) -> "AssetQuerySet":
        """Nobody has said in time that they are still right, or somebody says that they are not."""
        return self.filter(Q(check_by__lt=on) | Q(reported_at__isnull=False))

    def naming(self, words: str) -> "AssetQuerySet":
        return self.filter(Q(name__icontains=words) | Q(offers__icontains=words) | Q(topics__icontains=words))

    def in_areas(self, area_ids: Collection[int]) -> "AssetQuerySet":
        """Those in these wards; what is for the whole city is in every one."""
        return self.filter(Q(ward__in=area_ids) | Q(ward=None))

    def for_list(self) -> "AssetQuerySet":
        return self.select_related("kind", "ward").defer("ward__boundary", "offers_html", "accessibility_html")


class AssetReportQuerySet(models.QuerySet["AssetReport"]):
    def waiting(self) -> "AssetReportQuerySet":
        return self.filter(settled_at=None)


class PresenceQuerySet(models.QuerySet["Presence"]):
    def current(self, on: date) -> "PresenceQuerySet":
        return self.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
