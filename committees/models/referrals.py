"""An output before a body."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from committees.querysets import ReferralQuerySet
from committees.states import REFERRAL_MOVES, ReferralState
from core.states import Stateful


class Referral(Stateful):
    """A body must acknowledge it, and accept it to a meeting, send it on, or refuse it in writing."""

    MOVES: ClassVar = REFERRAL_MOVES

    output = models.ForeignKey("outputs.Output", models.PROTECT, related_name="+")
    body = models.ForeignKey("committees.Body", models.PROTECT, related_name="referrals")
    reference = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=14, choices=ReferralState.choices, default=ReferralState.SENT)
    covering_note = models.TextField(blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)  # of a refusal or a redirection
    meeting = models.ForeignKey("committees.Meeting", models.PROTECT, null=True, blank=True, related_name="+")
    redirected_to = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="redirected_from")

    objects = ReferralQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("output", "body"), name="referral_once"),
            models.CheckConstraint(
                condition=~models.Q(state__in=("refused", "redirected")) | ~models.Q(reason=""),
                name="referral_refusal_has_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("accepted", "considered")) | models.Q(meeting__isnull=False),
                name="referral_accepted_to_a_meeting",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="redirected") | models.Q(redirected_to__isnull=False),
                name="referral_redirected_somewhere",
            ),
        )
        indexes = (models.Index(fields=("body", "state", "-id"), name="referral_body"),)

    def __str__(self) -> str:
        return self.reference
