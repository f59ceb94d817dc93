"""The register of community development posts over the API."""

from django.http import Http404
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
from neighbourhoods import actions
from neighbourhoods.forms import EndForm, PresenceForm
from neighbourhoods.models import Presence
from neighbourhoods.policies import may_end_presence, may_enter_presence
from neighbourhoods.queries import register
from places.queries import area_by_slug


class PresenceSerializer(serializers.ModelSerializer):
    class Meta:
        model = Presence
        fields = ("id", "role", "organisation", "hours", "contact", "since", "until", "ended_because")


class WardPresenceSerializer(serializers.Serializer):
    ward = serializers.CharField(source="ward.slug")
    code = serializers.CharField(source="ward.code")
    name = serializers.CharField(source="ward.name")
    gap = serializers.BooleanField(source="is_gap")
    posts = PresenceSerializer(many=True)


class RegisterSerializer(serializers.Serializer):
    total = serializers.IntegerField()
    gaps = serializers.IntegerField()
    rows = WardPresenceSerializer(many=True)


@extend_schema(
    operation_id="presence_list", parameters=[OpenApiParameter("show", str, description='"gap" or "here".')],
    responses=RegisterSerializer,
)  # fmt: skip
@api_view(["GET"])
def posts(request: Request) -> Response:
    """Every ward of today, with who is there or a gap."""
    show = request.query_params.get("show", "")
    return Response(RegisterSerializer(register(show if show in ("gap", "here") else "")).data)


@extend_schema(
    operation_id="presence_begin", request=shape_of("PresenceBegin", PresenceForm),
    responses={201: PresenceSerializer, **REFUSALS},
)  # fmt: skip
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.presence", times=200, seconds=3600)
def new(request: Request, slug: str) -> Response:
    """A post begins in a ward."""
    area = area_by_slug(slug)
    if area is None:
        raise Http404
    require(may_enter_presence(request.user))
    made = actions.begin_presence(actor=request.user, area=area, **checked(PresenceForm(sent(request))))
    return Response(PresenceSerializer(made).data, status=201)


@extend_schema(
    operation_id="presence_end",
    request=shape_of("PresenceEnd", EndForm),
    responses={200: PresenceSerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("neighbourhoods.presence", times=200, seconds=3600)
def end(request: Request, pk: int) -> Response:
    """A post ends, for a published reason."""
    found = get_object_or_404(Presence, pk=pk)
    require(may_end_presence(request.user, found))
    ended = actions.end_presence(actor=request.user, presence=found, **checked(EndForm(sent(request))))
    return Response(PresenceSerializer(ended).data)
