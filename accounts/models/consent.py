"""The terms of use, by version, and who accepted which."""

from django.db import models


class Terms(models.Model):
    version = models.PositiveSmallIntegerField(unique=True)
    text = models.TextField()
    published_at = models.DateTimeField()
    must_accept_again = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "terms"
        ordering = ("-version",)

    def __str__(self) -> str:
        return f"version {self.version}"


class Acceptance(models.Model):
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "terms"), name="acceptance_once"),)

    def __str__(self) -> str:
        return f"{self.user_id} accepted {self.terms_id}"
