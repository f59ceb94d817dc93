"""A person may not come in for a time, with a reason, and what was hidden with it."""

from django.conf import settings
from django.db import models

from moderation.models.decisions import Decision
from moderation.models.moderated import Moderated
from moderation.querysets import BlockQuerySet


class Block(Moderated):
    """From now until a day, or without end. The decision about it holds the reason, and is what can be appealed against."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateField(null=True, blank=True)
    hides = models.BooleanField(default=False)  # what they wrote was hidden in the same act
    ended_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person",), condition=models.Q(ended_at=None), name="blocked_once"),
        )

    def __str__(self) -> str:
        return f"block {self.pk}"


class BlockHid(models.Model):
    """One thing that a block hid: ending the block shows this again, and nothing else."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="hid")
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="+")
    restored = models.OneToOneField(Decision, models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"hidden by block {self.block_id}"
