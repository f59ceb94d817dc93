"""Where everything stands, and who owes what by when.

A step is written by the same action, in the same transaction, as the record it speaks of. Deferred triggers
(see the migration) hold at commit: a closed step has a child or a written refusal; nothing is deleted.
"""

from typing import ClassVar

from django.db import models

from chain.querysets import StepQuerySet
from chain.states import MOVES, State, Station
from core.paths import localised
from core.states import Stateful


class Step(Stateful):
    """One stage of one record: what it is, who owes the next act, by when."""

    MOVES: ClassVar = MOVES

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    kind = models.CharField(max_length=40)  # "remit_check", "supports", "adoption", "output", "referral", ...
    station = models.PositiveSmallIntegerField(choices=Station.choices)
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=300)  # path without a language prefix
    owner_key = models.CharField(max_length=60)  # "forum:3", "clerk:4", "committee:4", "portfolio:2", "people"
    owner_label = models.CharField(max_length=160)
    due = models.DateField(null=True, blank=True)
    deadline = models.ForeignKey("clocks.Deadline", models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    refusal = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("subject_kind", "subject_id", "kind"), name="step_once"),
            models.CheckConstraint(
                condition=~models.Q(state="refused") | ~models.Q(refusal=""), name="step_refusal_is_written"
            ),
            models.CheckConstraint(
                condition=models.Q(state="open", closed_at=None)
                | (~models.Q(state="open") & models.Q(closed_at__isnull=False)),
                name="step_closing_is_dated",
            ),
        )
        indexes = (
            models.Index(fields=("owner_key", "due"), condition=models.Q(state="open"), name="step_owed"),
            models.Index(fields=("due", "id"), condition=models.Q(state="open"), name="step_due"),
            models.Index(fields=("station", "state", "-closed_at"), name="step_station"),
        )

    def __str__(self) -> str:
        return f"{self.get_station_display()}: {self.title}"

    @property
    def url(self) -> str:
        """Its address in the language of the page."""
        return localised(self.address)


class Link(models.Model):
    """The child exists because of the parent. Many to many: one output carries several proposals."""

    parent = models.ForeignKey(Step, models.PROTECT, related_name="links_down")
    child = models.ForeignKey(Step, models.PROTECT, related_name="links_up")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("parent", "child"), name="link_once"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("child")), name="link_not_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.parent_id} to {self.child_id}"
