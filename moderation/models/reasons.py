"""Why something may be hidden."""

from typing import ClassVar

from django.db import models

from moderation.querysets import ReasonQuerySet


class Reason(models.Model):
    """Why something may be hidden: the council's published list, as data."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=120)
    explanation = models.TextField(blank=True)
    active = models.BooleanField(default=True)

    UNLAWFUL: ClassVar = "unlawful"  # the one reason for which hours count

    objects = ReasonQuerySet.as_manager()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title

    @property
    def is_urgent(self) -> bool:
        return self.code == self.UNLAWFUL
