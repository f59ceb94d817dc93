"""The committees' record over the API: all of it is public."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from committees.api.serializers import (
    BodyDetailSerializer,
    BodySerializer,
    ClaimDetailSerializer,
    CommitmentDetailSerializer,
    CommitmentSerializer,
    MeetingDetailSerializer,
    MeetingSerializer,
    PortfolioSerializer,
    RecommendationDetailSerializer,
    RecommendationSerializer,
    ReferralSerializer,
)
from committees.models import Body, Commitment, Meeting, Portfolio, Recommendation, Referral
from committees.views.loading import (
    claim_or_404,
    commitment_or_404,
    meeting_or_404,
    recommendation_or_404,
    referral_or_404,
)
from core import today
from core.api import CURSORS, listed, page_of

BODY = OpenApiParameter("body", str, description="Address name of a body.")
PORTFOLIO = OpenApiParameter("portfolio", str, description="Address name of a portfolio.")
STATE = OpenApiParameter("state", str, description="Where it stands.")
LATE = OpenApiParameter("late", bool, description="Only what is overdue today.")


@extend_schema(operation_id="committees_bodies", parameters=CURSORS, responses=page_of(BodySerializer))
@api_view(["GET"])
def bodies(request: Request) -> Response:
    """The council's bodies, by name."""
    return listed(request, Body.objects.select_related("portfolio", "parent"), ("sort_key", "id"), BodySerializer)


@extend_schema(operation_id="committees_body", responses=BodyDetailSerializer)
@api_view(["GET"])
def body(request: Request, slug: str) -> Response:
    """One body with its seats, vacant ones included, and what each may vote on."""
    found = get_object_or_404(Body.objects.select_related("portfolio", "parent"), slug=slug)
    return Response(BodyDetailSerializer(found).data)


@extend_schema(operation_id="committees_portfolios", parameters=CURSORS, responses=page_of(PortfolioSerializer))
@api_view(["GET"])
def portfolios(request: Request) -> Response:
    """The cabinet's posts and who holds them."""
    return listed(request, Portfolio.objects.select_related("holder"), ("sort_key", "id"), PortfolioSerializer)


@extend_schema(operation_id="committees_meetings", parameters=[BODY, *CURSORS], responses=page_of(MeetingSerializer))
@api_view(["GET"])
def meetings(request: Request) -> Response:
    """Meetings, the newest called first."""
    rows = _narrowed(request, Meeting.objects.select_related("gathering", "body"))
    return listed(request, rows, ("-id",), MeetingSerializer)


@extend_schema(operation_id="committees_meeting", responses=MeetingDetailSerializer)
@api_view(["GET"])
def meeting(request: Request, pk: int) -> Response:
    """One meeting with its agenda and the proof of its publication."""
    return Response(MeetingDetailSerializer(meeting_or_404(pk)).data)


@extend_schema(
    operation_id="committees_referrals", parameters=[BODY, STATE, *CURSORS], responses=page_of(ReferralSerializer)
)
@api_view(["GET"])
def referrals(request: Request) -> Response:
    """What forums have sent to bodies, the newest first."""
    return listed(request, _narrowed(request, Referral.objects.for_list()), ("-id",), ReferralSerializer)


@extend_schema(operation_id="committees_referral", responses=ReferralSerializer)
@api_view(["GET"])
def referral(request: Request, reference: str) -> Response:
    return Response(ReferralSerializer(referral_or_404(reference)).data)


@extend_schema(
    operation_id="committees_recommendations",
    parameters=[BODY, PORTFOLIO, STATE, LATE, *CURSORS],
    responses=page_of(RecommendationSerializer),
)
@api_view(["GET"])
def recommendations(request: Request) -> Response:
    """Recommendations of every body, the newest first; `late=true` gives those whose answer is overdue."""
    rows = _narrowed(request, Recommendation.objects.for_list())
    if request.query_params.get("late") == "true":
        rows = rows.late(today())  # type: ignore[attr-defined]
    return listed(request, rows, ("-id",), RecommendationSerializer)


@extend_schema(operation_id="committees_recommendation", responses=RecommendationDetailSerializer)
@api_view(["GET"])
def recommendation(request: Request, reference: str) -> Response:
    """One recommendation with the named votes, what each kind of seat changed, and every version of the answer."""
    return Response(RecommendationDetailSerializer(recommendation_or_404(reference)).data)


@extend_schema(
    operation_id="committees_commitments",
    parameters=[PORTFOLIO, STATE, LATE, *CURSORS],
    responses=page_of(CommitmentSerializer),
)
@api_view(["GET"])
def commitments(request: Request) -> Response:
    """Promises, the newest first; `late=true` gives those that are overdue."""
    rows = _narrowed(request, Commitment.objects.for_list())
    if request.query_params.get("late") == "true":
        rows = rows.late(today())  # type: ignore[attr-defined]
    return listed(request, rows, ("-id",), CommitmentSerializer)


@extend_schema(operation_id="committees_commitment", responses=CommitmentDetailSerializer)
@api_view(["GET"])
def commitment(request: Request, reference: str) -> Response:
    return Response(CommitmentDetailSerializer(commitment_or_404(reference)).data)


@extend_schema(operation_id="committees_claim", responses=ClaimDetailSerializer)
@api_view(["GET"])
def claim(request: Request, pk: int) -> Response:
    """One delivery: the owner's evidence, how those who asked judge it, and their reasons without their names."""
    return Response(ClaimDetailSerializer(claim_or_404(pk)).data)


def _narrowed(request: Request, rows: QuerySet) -> QuerySet:
    asked = {name: request.query_params.get(name, "") for name in ("body", "portfolio", "state")}
    columns = {field.name for field in rows.model._meta.get_fields()}
    for name, value in asked.items():
        if value and name in columns:
            rows = rows.filter(**{name if name == "state" else f"{name}__slug": value})
    return rows
