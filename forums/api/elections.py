"""The weeks before elections over the API: read them, enter one, end one early."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.shapes import shape_of
from forums import actions
from forums.forms import PreElectionForm
from forums.models import PreElection


class PreElectionSerializer(serializers.ModelSerializer):
    """`areas` empty: the whole council. `pauses`: forums rest meanwhile."""

    areas: Any = serializers.SlugRelatedField("slug", many=True, read_only=True)

    class Meta:
        model = PreElection
        fields = ("id", "begins", "ends", "areas", "source", "pauses", "entered_at", "begun_at", "ended_at")


@extend_schema(
    operation_id="pre_elections_list", methods=["GET"], parameters=CURSORS, responses=page_of(PreElectionSerializer)
)
@extend_schema(
    operation_id="pre_elections_enter",
    methods=["POST"],
    request=shape_of("PreElectionInput", PreElectionForm),
    responses={201: PreElectionSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("election", times=20, seconds=3600)
def elections(request: Request) -> Response:
    """The weeks before elections, the newest first; or enter one."""
    if request.method == "GET":
        return listed(request, PreElection.objects.prefetch_related("areas"), ("-id",), PreElectionSerializer)
    made = actions.enter_election(actor=request.user, **checked(PreElectionForm(sent(request))))
    return Response(PreElectionSerializer(made).data, status=201)


@extend_schema(operation_id="pre_elections_end", request=None, responses={200: PreElectionSerializer, **REFUSALS})
@api_view(["POST"])
@limited("election", times=20, seconds=3600)
def end(request: Request, pk: int) -> Response:
    """End it before its last day."""
    found = actions.end_election(actor=request.user, election=get_object_or_404(PreElection, pk=pk))
    return Response(PreElectionSerializer(found).data)
