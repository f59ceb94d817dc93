"""People, grants and what expires, in adjectives."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import DataExport, Grant, LetterCode, Person  # noqa: F401


class PersonQuerySet(models.QuerySet["Person"]):
    def here(self) -> "PersonQuerySet":
        """Neither gone nor folded into another."""
        return self.filter(erased_at=None, merged_into=None)

    def with_ward(self) -> "PersonQuerySet":
        return self.select_related("ward").defer("ward__boundary")


class GrantQuerySet(models.QuerySet["Grant"]):
    def in_force(self, on: date) -> "GrantQuerySet":
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


class LetterCodeQuerySet(models.QuerySet["LetterCode"]):
    def open(self, moment: datetime) -> "LetterCodeQuerySet":
        return self.filter(used_at=None, expires_at__gt=moment)

    def to_print(self, moment: datetime) -> "LetterCodeQuerySet":
        return self.open(moment).filter(printed_at=None)


class DataExportQuerySet(models.QuerySet["DataExport"]):
    def fetchable(self, moment: datetime) -> "DataExportQuerySet":
        return self.filter(ready_at__isnull=False, expires_at__gt=moment).exclude(path="")
