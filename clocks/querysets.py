"""Holidays, rules and deadlines, in adjectives."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from clocks.models import Deadline, Rule  # noqa: F401


class RuleQuerySet(models.QuerySet["Rule"]):
    def in_force(self, day: date) -> "RuleQuerySet":
        """Versions that have begun by `day`; of each key the one that holds is the first."""
        return self.filter(valid_from__lte=day).order_by("key", "-valid_from", "-version")


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> "DeadlineQuerySet":
        """Not yet met."""
        return self.filter(met_at=None)

    def of(self, kind: str, pk: int) -> "DeadlineQuerySet":
        return self.filter(subject_kind=kind, subject_id=pk)
