"""Two proposals of one forum that may ask for the same: found by their words, looked at by a facilitator, settled by their authors."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from core.states import Stateful
from proposals.models.proposals import Proposal
from proposals.querysets import PairQuerySet
from proposals.states import PAIR_MOVES, PairState


class Pair(Stateful):
    """Nothing joins them but an author, who withdraws their own in favour of the other."""

    MOVES: ClassVar = PAIR_MOVES

    newer = models.ForeignKey(Proposal, models.CASCADE, related_name="+")
    older = models.ForeignKey(Proposal, models.CASCADE, related_name="+")
    likeness = models.PositiveSmallIntegerField()  # in percent, of their titles
    state = models.CharField(max_length=10, choices=PairState.choices, default=PairState.FOUND)
    found_at = models.DateTimeField()
    reason = models.TextField(blank=True)  # the facilitator's words to both authors
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")  # who looked
    looked_at = models.DateTimeField(null=True, blank=True)
    newer_declined = models.BooleanField(default=False)
    older_declined = models.BooleanField(default=False)
    stays = models.ForeignKey(Proposal, models.CASCADE, null=True, blank=True, related_name="joined")
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("newer", "older"), name="pair_once"),
            models.CheckConstraint(condition=models.Q(newer__gt=models.F("older")), name="pair_in_order"),
            models.CheckConstraint(
                condition=models.Q(state__in=("found", "apart")) | ~models.Q(reason=""),
                name="pair_invited_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(state="joined", stays__isnull=False)
                | ~models.Q(state="joined") & models.Q(stays=None),
                name="pair_joined_into_one",
            ),
            models.CheckConstraint(
                condition=models.Q(stays=None) | models.Q(stays=models.F("newer")) | models.Q(stays=models.F("older")),
                name="pair_stays_one_of_the_two",
            ),
        )
        indexes = (
            models.Index(fields=("found_at",), condition=models.Q(state="found"), name="pair_found"),
            models.Index(fields=("older",), name="pair_older"),
        )

    def __str__(self) -> str:
        return f"{self.newer_id} and {self.older_id}"

    @property
    def both(self) -> tuple[Proposal, Proposal]:
        return self.newer, self.older

    def other(self, proposal: Proposal) -> Proposal:
        """The one of the two that is not this one."""
        return self.older if proposal.pk == self.newer_id else self.newer

    def has_declined(self, proposal: Proposal) -> bool:
        """Whether the author of this one said that it stands on its own."""
        return self.newer_declined if proposal.pk == self.newer_id else self.older_declined

    @property
    def address(self) -> str:
        return reverse("proposals:pair", args=[self.pk])
