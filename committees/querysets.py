"""Bodies, seats, referrals, recommendations and promises, asked for in adjectives."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from committees.states import OPEN_COMMITMENTS, OPEN_RECOMMENDATIONS, RecommendationState, ReferralState

if TYPE_CHECKING:
    from committees.models import (  # noqa: F401
        Body,
        Commitment,
        Meeting,
        Recommendation,
        Referral,
        Seat,
    )


class BodyQuerySet(models.QuerySet["Body"]):
    def current(self, day: date) -> "BodyQuerySet":
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gt=day))

    def for_list(self) -> "BodyQuerySet":
        return self.select_related("parent", "portfolio").defer("remit", "parent__remit")


class SeatQuerySet(models.QuerySet["Seat"]):
    def standing(self) -> "SeatQuerySet":
        """The seats of today, taken or vacant; the chair first, then by kind and name."""
        return (
            self.filter(until=None).select_related("person", "mandate__forum").order_by("-chair", "kind", "name", "pk")
        )

    def chairs(self) -> "SeatQuerySet":
        return self.filter(until=None, chair=True, person__isnull=False)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def for_page(self) -> "MeetingQuerySet":
        return self.select_related("gathering", "body__portfolio", "notice__rule")


class ReferralQuerySet(models.QuerySet["Referral"]):
    def open(self) -> "ReferralQuerySet":
        return self.filter(state__in=(ReferralState.SENT, ReferralState.ACKNOWLEDGED, ReferralState.ACCEPTED))

    def untriaged(self) -> "ReferralQuerySet":
        return self.filter(state__in=(ReferralState.SENT, ReferralState.ACKNOWLEDGED))

    def for_list(self) -> "ReferralQuerySet":
        return self.select_related("output__forum", "body", "meeting__gathering").defer(
            "output__findings", "output__findings_html", "output__dissent", "output__dissent_html", "body__remit"
        )


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def owed(self) -> "RecommendationQuerySet":
        """Adopted, and without an answer so far."""
        return self.filter(state__in=OPEN_RECOMMENDATIONS)

    def late(self, day: date) -> "RecommendationQuerySet":
        return self.filter(state=RecommendationState.ISSUED, answer_due__lt=day)

    def for_list(self) -> "RecommendationQuerySet":
        return self.select_related("body", "portfolio__holder", "agenda_item__item").defer("body__remit")


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def open(self) -> "CommitmentQuerySet":
        return self.filter(state__in=OPEN_COMMITMENTS)

    def owed(self) -> "CommitmentQuerySet":
        """Promised, and neither said to be delivered nor back before the committee."""
        return self.filter(state__in=OPEN_COMMITMENTS[:3])

    def late(self, day: date) -> "CommitmentQuerySet":
        return self.owed().filter(due__lt=day)

    def for_list(self) -> "CommitmentQuerySet":
        return self.select_related("recommendation__body", "portfolio__holder").defer("recommendation__body__remit")
