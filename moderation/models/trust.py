"""Trust by reading: how much, never what."""

from django.db import models


class Trust(models.Model):
    """One person's coarse counter. It earns speed and links; no vote and no support is weighed by it."""

    person = models.OneToOneField("accounts.Person", models.CASCADE, related_name="+")
    threads_read = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.threads_read} conversations read"
