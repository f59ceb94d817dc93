from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from places.models import Area  # noqa: F401


class AreaQuerySet(models.QuerySet["Area"]):
    def wards(self) -> "AreaQuerySet":
        return self.filter(kind="ward")

    def current(self, on: date) -> "AreaQuerySet":
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gt=on))

    def at_or_within(self, slug: Any) -> "AreaQuerySet":
        """The area itself and what lies in it: a ward in its constituency, both in the city."""
        return self.filter(Q(slug=slug) | Q(parent__slug=slug) | Q(parent__parent__slug=slug))

    def for_list(self) -> "AreaQuerySet":
        """Without boundaries, which weigh more than all the rest."""
        return self.defer("boundary")
