"""The public record of acts, and the outbox that carries news between apps.

Entries hold ids, a pseudonymous actor key and digests; never a text, a name, a support or a vote.
Triggers (see the migration) refuse every update and delete of entries and seals.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from ledger.fields import TransactionId


class Pseudonym(models.Model):
    """The key under which one sign-in acts in the record. Destroying the row cuts the tie for good."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True)

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """One civic act, past and done."""

    act = models.UUIDField()
    event = models.CharField(max_length=80)
    data = models.JSONField(default=dict)
    actor_key = models.CharField(max_length=32, blank=True)  # empty: the system
    role = models.CharField(max_length=40, blank=True)  # in which capacity, such as "clerk"
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    public = models.BooleanField(default=True)
    at = models.DateTimeField()
    # Which transaction wrote it: sealing stays behind transactions that are still open.
    written_in = TransactionId()
    stored_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=("subject_kind", "subject_id", "id"), name="entry_subject"),
            models.Index(fields=("event", "id"), name="entry_event"),
            models.Index(fields=("act",), name="entry_act"),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.event} {self.subject_kind}:{self.subject_id}"


class Delivery(models.Model):
    """One listener that has yet to hear of one entry. The row goes when it has heard."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    listener = models.CharField(max_length=120)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(db_default=Now())
    failure = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "listener"), name="delivery_once"),)
        indexes = (models.Index(fields=("not_before", "id"), name="delivery_due"),)

    def __str__(self) -> str:
        return f"{self.entry_id} to {self.listener}"


class Unsealed(models.Model):
    """An entry that no batch holds yet. A trigger writes the row with the entry; sealing takes it away."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")

    class Meta:
        verbose_name_plural = "unsealed"

    def __str__(self) -> str:
        return str(self.entry_id)


class Seal(models.Model):
    """A batch of entries, chained by hash to the batch before it."""

    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.PositiveIntegerField()
    entries = models.JSONField()  # the ids in the batch, in order: ids may commit out of order
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.first}-{self.last} {self.hash[:12]}"
