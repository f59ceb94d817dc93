"""A body's meeting: a gathering with a legal gate, and items that must be dealt with."""

from typing import ClassVar

from django.db import models

from committees.querysets import MeetingQuerySet
from committees.states import ITEM_MOVES, ItemState
from core import today
from core.states import Stateful


class Meeting(models.Model):
    """What the law adds to a gathering: when the agenda went out, by which reckoning, with which proof."""

    gathering = models.OneToOneField("meetings.Gathering", models.PROTECT, related_name="+")
    body = models.ForeignKey("committees.Body", models.PROTECT, related_name="meetings")
    publish_by = models.DateField()  # the last day for the agenda
    notice = models.ForeignKey("clocks.Deadline", models.PROTECT, null=True, blank=True, related_name="+")
    proof = models.JSONField(default=dict, blank=True)  # at publication: moment, due day, digest of the agenda
    short_notice_reason = models.TextField(blank=True)
    quorum_met = models.BooleanField(null=True)  # none until attendance is taken

    objects = MeetingQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.gathering)

    @property
    def agenda_due(self) -> str:
        """How the last day for the agenda stands while it is not out: "late" or ""."""
        return "late" if self.publish_by < today() else ""


class AgendaItem(Stateful):
    """An item that came from somewhere and must end in something: recommendations, or a written reason for none."""

    MOVES: ClassVar = ITEM_MOVES

    item = models.OneToOneField("meetings.Item", models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda")
    referrals = models.ManyToManyField("committees.Referral", related_name="agenda_items", blank=True)
    claim = models.ForeignKey("committees.Claim", models.PROTECT, null=True, blank=True, related_name="agenda_items")
    education = models.BooleanField(default=False)  # whether co-optees for education vote on it
    late_reason = models.TextField(blank=True)  # added after publication: the chair's special circumstances
    state = models.CharField(max_length=12, choices=ItemState.choices, default=ItemState.PLANNED)
    outcome = models.TextField(blank=True)  # in words; compulsory where no recommendation follows
    adjourned_to = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="adjourned_from")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state="adjourned") | models.Q(adjourned_to__isnull=False),
                name="item_adjourned_to_a_day",
            ),
            models.UniqueConstraint(
                fields=("claim",), condition=models.Q(state="planned"), name="item_takes_a_dispute_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.item)
