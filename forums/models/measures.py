"""Numbers that the council sets for forums and what is said in them, as data in versions."""

from django.db import models

from forums.querysets import MeasureQuerySet


class Measure(models.Model):
    """One version of one number, such as how many residents a request for a forum needs. What began under an older one keeps it."""

    key = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    amount = models.PositiveIntegerField()
    valid_from = models.DateField()

    objects = MeasureQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "version"), name="measure_version"),)

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"
