"""The figures of one month, as they were published."""

from django.db import models


class MonthReport(models.Model):
    """Frozen when the month is over; a recount from the rows must agree."""

    month = models.DateField(unique=True)  # its first day
    figures = models.JSONField()
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ("-month",)

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
