"""The committees' record can be looked at here and changed nowhere: every change is an act with a page of its own."""

from django.contrib import admin

from committees.models import Body, Claim, Commitment, Councillor, Meeting, Portfolio, Recommendation, Referral, Seat
from core.admin import ReadOnly


@admin.register(Body)
class BodyAdmin(ReadOnly):
    list_display = ("name", "kind", "code", "quorum", "notice_rule", "answer_rule")
    list_filter = ("kind",)
    search_fields = ("name", "code")


@admin.register(Portfolio)
class PortfolioAdmin(ReadOnly):
    list_display = ("title", "holder")
    list_select_related = ("holder",)


@admin.register(Councillor)
class CouncillorAdmin(ReadOnly):
    list_display = ("name", "ward", "group", "since", "until")
    list_select_related = ("ward",)
    search_fields = ("name",)


@admin.register(Seat)
class SeatAdmin(ReadOnly):
    list_display = ("body", "kind", "name", "scope", "since", "term_ends", "until")
    list_filter = ("kind", "scope")
    list_select_related = ("body",)


@admin.register(Meeting)
class MeetingAdmin(ReadOnly):
    list_display = ("body", "gathering", "publish_by", "quorum_met")
    list_select_related = ("body", "gathering")


@admin.register(Referral)
class ReferralAdmin(ReadOnly):
    list_display = ("reference", "output", "body", "state", "sent_at")
    list_filter = ("state",)
    list_select_related = ("output", "body")
    search_fields = ("reference",)


@admin.register(Recommendation)
class RecommendationAdmin(ReadOnly):
    list_display = ("reference", "body", "portfolio", "state", "answer_due")
    list_filter = ("state",)
    list_select_related = ("body", "portfolio")
    search_fields = ("reference", "text")


@admin.register(Commitment)
class CommitmentAdmin(ReadOnly):
    list_display = ("reference", "portfolio", "owner", "due", "first_due", "state")
    list_filter = ("state",)
    list_select_related = ("portfolio",)
    search_fields = ("reference", "text")


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    """Judgements are nowhere to be seen with their persons."""

    list_display = ("commitment", "state", "confirmed", "disputed", "judge_by")
    list_filter = ("state",)
    list_select_related = ("commitment",)
