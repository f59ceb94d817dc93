"""Numbers that the council sets for forums and what is said in them, as data in versions."""

from django.db import models
from django.urls import reverse

from forums.querysets import MeasureQuerySet


class Measure(models.Model):
    """One version of one number, such as how many residents a request for a forum needs. What began under an older one keeps it."""

    key = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    amount = models.PositiveIntegerField()
    valid_from = models.DateField()
    why = models.CharField(max_length=300, blank=True)  # published; none for what was here from the start

    objects = MeasureQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "version"), name="measure_version"),)

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"

    def get_absolute_url(self) -> str:
        return reverse("portal:number", args=["forums", self.key])
