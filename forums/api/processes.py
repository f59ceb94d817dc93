"""Processes over the API: read them, set one up, set its phases."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.shapes import shape_of
from forums import actions
from forums.forms import PhaseForm, ProcessFilterForm, ProcessForm, ProcessWordsForm
from forums.models import Phase, Process
from forums.queries import process_list

FILTERS = [OpenApiParameter(name, str) for name in ("group", "area", "forum")]


class PhaseSerializer(serializers.ModelSerializer):
    is_active = serializers.BooleanField()

    class Meta:
        model = Phase
        fields = ("id", "title", "happens", "starts_at", "ends_at", "call_label", "call_url", "begun_at", "is_active")


class ProcessSerializer(serializers.ModelSerializer):
    forum: Any = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = Process
        fields = (
            *("id", "slug", "title", "purpose", "forum", "involvement", "design_by", "decision_by", "evaluation_by"),
            *("topics", "group", "promoted", "created_at"),
        )


class RelatedSerializer(serializers.Serializer):
    kind = serializers.CharField()
    item_id = serializers.IntegerField()


class ProcessDetailSerializer(ProcessSerializer):
    """With its phases in order, and what belongs with it by key."""

    areas: Any = serializers.SlugRelatedField("slug", many=True, read_only=True)
    phases = PhaseSerializer(many=True, read_only=True)
    related = RelatedSerializer(many=True, read_only=True)

    class Meta(ProcessSerializer.Meta):
        fields: Any = (*ProcessSerializer.Meta.fields, "areas", "phases", "related")


PhaseInput = shape_of("PhaseInput", PhaseForm)


@extend_schema(
    operation_id="processes_list",
    methods=["GET"],
    parameters=[*FILTERS, *CURSORS],
    responses=page_of(ProcessSerializer),
)
@extend_schema(
    operation_id="processes_create",
    methods=["POST"],
    request=shape_of("ProcessInput", ProcessForm),
    responses={201: ProcessDetailSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("process", times=30, seconds=3600)
def processes(request: Request) -> Response:
    """Processes, those put forward first; or set one up."""
    if request.method == "GET":
        wanted = checked(ProcessFilterForm(request.query_params))
        ids = {f"{name}_id": getattr(wanted[name], "pk", None) for name in ("area", "forum")}
        return listed(request, process_list(group=wanted["group"], **ids), ("-promoted", "-id"), ProcessSerializer)
    made = actions.create_process(actor=request.user, **checked(ProcessForm(sent(request))))
    return Response(ProcessDetailSerializer(made).data, status=201)


@extend_schema(operation_id="processes_read", methods=["GET"], responses=ProcessDetailSerializer)
@extend_schema(
    operation_id="processes_change",
    methods=["POST"],
    request=shape_of("ProcessWords", ProcessWordsForm),
    responses={200: ProcessDetailSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("process", times=30, seconds=3600)
def process(request: Request, slug: str) -> Response:
    """One process with its phases; or describe it anew."""
    found = _process(request, slug)
    if request.method == "POST":
        words = checked(ProcessWordsForm(sent(request)))
        actions.change_process(actor=request.user, process=found, **words)
    return Response(ProcessDetailSerializer(found).data)


@extend_schema(
    operation_id="processes_phases_add",
    request=PhaseInput,
    responses={201: PhaseSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("process", times=30, seconds=3600)
def phases(request: Request, slug: str) -> Response:
    """Add a phase."""
    made = actions.set_phase(actor=request.user, process=_process(request, slug), **checked(PhaseForm(sent(request))))
    return Response(PhaseSerializer(made).data, status=201)


@extend_schema(
    operation_id="processes_phases_change",
    request=PhaseInput,
    responses={200: PhaseSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("process", times=30, seconds=3600)
def phase(request: Request, pk: int) -> Response:
    """Change a phase; the start of one that has begun stays."""
    found = get_object_or_404(Phase.objects.select_related("process__forum"), pk=pk)
    words = checked(PhaseForm(sent(request)))
    return Response(
        PhaseSerializer(actions.set_phase(actor=request.user, process=found.process, phase=found, **words)).data
    )


def _process(request: Request, slug: str) -> Process:
    return get_object_or_404(Process.objects.visible_to(request.user).select_related("forum"), slug=slug)
