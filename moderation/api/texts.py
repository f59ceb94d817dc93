"""The texts that stand ready for moderators, over the API."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from moderation import actions, queries
from moderation.forms import TemplateOfReasonForm
from moderation.models import Template
from moderation.policies import may_moderate_council


class TextSerializer(serializers.ModelSerializer):
    reason = serializers.CharField(source="reason.code", help_text="The code of a published reason.")

    class Meta:
        model = Template
        fields = ("id", "use", "reason", "title", "text", "active")


TextInput = shape_of("ModerationTextInput", TemplateOfReasonForm)
USE = OpenApiParameter("use", str, enum=Template.Use.values, description="Only the texts for this.")


@extend_schema(
    methods=["GET"],
    operation_id="moderation_texts",
    parameters=[USE],
    responses={200: TextSerializer(many=True), **REFUSALS},
)
@extend_schema(
    methods=["POST"],
    operation_id="moderation_write_text",
    request=TextInput,
    responses={201: TextSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@permission_classes([IsAuthenticated])
@limited("moderation.texts", times=60, seconds=3600)
def texts(request: Request) -> Response:
    """Those that stand ready, also those that can be chosen no more; or write a new one."""
    require(may_moderate_council(request.user))
    if request.method == "GET":
        return Response(TextSerializer(queries.every_template(request.query_params.get("use", "")), many=True).data)
    return _written(request, Template(), status=201)


@extend_schema(operation_id="moderation_rewrite_text", request=TextInput, responses={200: TextSerializer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderation.texts", times=60, seconds=3600)
def text(request: Request, pk: int) -> Response:
    """It says this from now on; what was sent before stays as it was sent."""
    require(may_moderate_council(request.user))
    return _written(request, get_object_or_404(Template, pk=pk), status=200)


def _written(request: Request, template: Template, *, status: int) -> Response:
    said = checked(TemplateOfReasonForm(sent(request)))
    made = actions.write_template(actor=request.user, template=template, **said)
    return Response(TextSerializer(made).data, status=status)
