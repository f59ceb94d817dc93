"""Steps, in adjectives."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from chain.models import Step  # noqa: F401

NOBODY = "people"  # the owner key of what waits for everybody: it is open until a day, and owed by nobody


class StepQuerySet(models.QuerySet["Step"]):
    def open(self) -> "StepQuerySet":
        return self.filter(state="open")

    def of(self, kind: str, ids: Collection[int]) -> "StepQuerySet":
        """Those of some records of one kind."""
        return self.filter(subject_kind=kind, subject_id__in=ids)

    def owed(self) -> "StepQuerySet":
        """Open, and waiting for somebody in particular."""
        return self.open().exclude(owner_key=NOBODY)

    def owed_by(self, keys: Collection[str]) -> "StepQuerySet":
        """Open and waiting for one of these owners; those with a date first, the earliest date first."""
        return self.open().filter(owner_key__in=keys).order_by(models.F("due").asc(nulls_last=True), "id")

    def overdue(self, day: date) -> "StepQuerySet":
        """Owed since before `day`, the longest first; what has no date is never overdue."""
        return self.owed().filter(due__lt=day).order_by("due", "id")
