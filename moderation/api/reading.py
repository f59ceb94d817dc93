"""Moderation over the API: the published reasons and the figures."""

from dataclasses import asdict

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core import now
from moderation import queries
from moderation.models import Reason
from moderation.views.figures import YEAR, published


class ReasonSerializer(serializers.ModelSerializer):
    class Meta:
        model = Reason
        fields = ("code", "title", "explanation")


FiguresSerializer = inline_serializer(
    "ModerationFigures",
    {
        "since": serializers.DateField(),
        **{
            name: serializers.IntegerField()
            for name in (
                *("reports", "waiting", "late", "hidden", "kept", "restored"),
                *("appeals", "appeals_waiting", "appeals_upheld"),
            )
        },
        "median_hours": serializers.FloatField(allow_null=True),
        "reasons": serializers.ListField(child=serializers.DictField()),
    },
)


@extend_schema(operation_id="moderation_reasons", responses=ReasonSerializer(many=True))
@api_view(["GET"])
def reasons(request: Request) -> Response:
    """For what something can be hidden."""
    return Response(ReasonSerializer(queries.active_reasons(), many=True).data)


@extend_schema(operation_id="moderation_figures", responses=FiguresSerializer)
@api_view(["GET"])
def figures(request: Request) -> Response:
    """What was reported, decided and appealed against in the last twelve months."""
    return Response(asdict(queries.figures(now() - YEAR)))


@extend_schema(operation_id="moderation_months", responses=serializers.ListSerializer(child=serializers.DictField()))
@api_view(["GET"])
def months(request: Request) -> Response:
    """Each month as it was published, and the running one so far."""
    return Response(published())
