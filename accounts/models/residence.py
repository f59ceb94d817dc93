"""Proof of residence: a register that a clerk uploads, or a code sent by letter."""

from django.db import models

from accounts.querysets import LetterCodeQuerySet
from core import now


class Register(models.Model):
    """One upload of the list of residents. Only keyed digests are kept, never the list; the newest upload counts."""

    label = models.CharField(max_length=120)
    lines = models.PositiveIntegerField(default=0)
    with_reference = models.BooleanField(default=False)  # whoever claims a line must know its reference too
    uploaded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.label


class RegisterLine(models.Model):
    """One resident in the register: a keyed digest of name, postcode and reference, and the ward."""

    register = models.ForeignKey(Register, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    ward = models.ForeignKey("places.Area", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("register", "digest"), name="register_line_once"),)
        indexes = (models.Index(fields=("digest",), name="register_digest"),)

    def __str__(self) -> str:
        return self.digest[:8]


class LetterCode(models.Model):
    """A code that the clerk prints and posts to a declared address; only its digest is kept."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, blank=True)  # empty until it is printed: nobody knows the code before
    asked_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)
    printed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    objects = LetterCodeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person",), condition=models.Q(used_at=None), name="letter_open_once"),
        )

    def __str__(self) -> str:
        return f"letter for {self.person_id}"
