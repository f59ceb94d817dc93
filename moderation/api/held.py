"""Moderation over the API: what you sent that waits for a person."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS
from core.limits import limited
from core.subjects import visible
from moderation import actions
from moderation.answers import WaitsSerializer
from moderation.models import Held
from moderation.queries.held import held_of


@extend_schema(operation_id="moderation_held", responses=WaitsSerializer(many=True))
@api_view(["GET"])
@permission_classes([IsAuthenticated])
def held(request: Request) -> Response:
    """What you sent in the last thirty days that waits, or waited, for a person."""
    return Response(WaitsSerializer(held_of(request.user), many=True).data)


@extend_schema(operation_id="moderation_held_take_back", request=None, responses={200: WaitsSerializer, **REFUSALS})
@api_view(["POST"])
@limited("held", times=60, seconds=3600)
def take_back(request: Request, pk: int) -> Response:
    """Take back what waits; it is published nowhere."""
    if not visible(request.user, [("moderation.held", pk)]):
        raise Http404
    return Response(WaitsSerializer(actions.take_back(actor=request.user, held=get_object_or_404(Held, pk=pk))).data)
