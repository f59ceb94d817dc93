"""Moderation over the API: the published reasons, the figures, and a report."""

from dataclasses import asdict

from django.http import Http404
from django.urls import path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core import now
from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.text import number
from moderation import actions, hosts, queries
from moderation.forms import FlagForm
from moderation.models import Reason
from moderation.views import YEAR


class ReasonSerializer(serializers.ModelSerializer):
    class Meta:
        model = Reason
        fields = ("code", "title", "explanation")


FlagInput = inline_serializer(
    "FlagInput",
    {
        "kind": serializers.CharField(help_text="Such as forums.post or proposals.proposal."),
        "id": serializers.IntegerField(),
        "reason": serializers.CharField(help_text="The code of a published reason."),
        "note": serializers.CharField(required=False),
    },
)
FlagAnswer = inline_serializer("FlagAnswer", {"id": serializers.IntegerField(), "due": serializers.DateField()})
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


@extend_schema(operation_id="moderation_flag", request=FlagInput, responses={201: FlagAnswer, **REFUSALS})
@api_view(["POST"])
@limited("flag", times=20, seconds=3600)
def flags(request: Request) -> Response:
    """Report something to its moderators, once."""
    record = hosts.record_for(request.user, str(sent(request).get("kind", "")), number(sent(request).get("id")))
    if record is None:
        raise Http404
    said = checked(FlagForm(sent(request)))
    made = actions.flag(actor=request.user, subject=record, host_key=hosts.host_of(record).key(record), **said)
    return Response({"id": made.pk, "due": made.due}, status=201)


urlpatterns = [
    path("moderation/reasons/", reasons, name="moderation-reasons"),
    path("moderation/figures/", figures, name="moderation-figures"),
    path("moderation/flags/", flags, name="moderation-flags"),
]
