"""Holidays, rules and deadlines, in adjectives."""

from datetime import date

from django.db import models


class RuleQuerySet(models.QuerySet):
    def in_force(self, day: date) -> "RuleQuerySet":
        """Versions that hold on `day`, the newest of each key first."""
        return self.filter(valid_from__lte=day).order_by("key", "-version")


class DeadlineQuerySet(models.QuerySet):
    def open(self) -> "DeadlineQuerySet":
        """Not yet met."""
        return self.filter(met_at=None)

    def of(self, kind: str, pk: int) -> "DeadlineQuerySet":
        return self.filter(subject_kind=kind, subject_id=pk)
