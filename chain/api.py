"""The chain over the API: steps, lines and what is overdue. Read only: steps are written by the acts they speak of."""

from django.http import Http404
from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from chain import pages, queries
from chain.models import Step
from core import subjects
from core.api import CURSORS
from core.keyset import paginate


class StepSerializer(serializers.Serializer):
    """One step; the words of what is not public are withheld."""

    id = serializers.IntegerField(source="step.pk")
    kind = serializers.CharField(source="step.kind")
    station = serializers.IntegerField(source="step.station")
    state = serializers.CharField(source="step.state")
    title = serializers.CharField()
    url = serializers.CharField()
    subject_kind = serializers.CharField(source="step.subject_kind")
    subject_id = serializers.IntegerField(source="step.subject_id")
    owner_key = serializers.CharField(source="step.owner_key")
    owner = serializers.CharField(source="step.owner_label")
    due = serializers.DateField(source="step.due", allow_null=True)
    opened_at = serializers.DateTimeField(source="step.opened_at")
    closed_at = serializers.DateTimeField(source="step.closed_at", allow_null=True)
    refusal = serializers.SerializerMethodField()

    def get_refusal(self, seen: pages.Seen) -> str:
        return seen.step.refusal if seen.url else ""


class StopSerializer(serializers.Serializer):
    station = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    state = serializers.CharField()
    note = serializers.CharField()
    url = serializers.CharField()


class LineSerializer(serializers.Serializer):
    stops = StopSerializer(many=True)
    steps = StepSerializer(many=True)


class OverdueSerializer(serializers.Serializer):
    results = StepSerializer(many=True)
    next_cursor = serializers.CharField()
    previous_cursor = serializers.CharField()


@extend_schema(operation_id="steps_line", responses=LineSerializer)
@api_view(["GET"])
def line(request: Request, kind: str, pk: int) -> Response:
    """Everything that led to a record and everything that came of it."""
    key = (kind, pk)
    steps = queries.line_steps(key)
    if not steps or not subjects.visible(request.user, [key]):
        raise Http404
    found = {"stops": queries.line_of_steps(steps), "steps": pages.seen_by(request.user, steps)}
    return Response(LineSerializer(found).data)


@extend_schema(operation_id="steps_overdue", parameters=CURSORS, responses=OverdueSerializer)
@api_view(["GET"])
def overdue(request: Request) -> Response:
    """What somebody owes since before today, the longest first."""
    asked = request.query_params
    found = paginate(
        queries.overdue().order_by(),
        ("due", "id"),
        after=asked.get("after", ""),
        before=asked.get("before", ""),
        size=50,
    )
    shown = {
        "results": pages.seen_by(request.user, found.rows),
        "next_cursor": found.next_cursor,
        "previous_cursor": found.previous_cursor,
    }
    return Response(OverdueSerializer(shown).data)


@extend_schema(operation_id="steps_get", responses=StepSerializer)
@api_view(["GET"])
def step(request: Request, pk: int) -> Response:
    """One step."""
    found = Step.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return Response(StepSerializer(pages.seen_by(request.user, [found])[0]).data)


urlpatterns = [
    path("steps/overdue/", overdue, name="steps-overdue"),
    path("steps/<int:pk>/", step, name="steps-step"),
    path("steps/line/<str:kind>/<int:pk>/", line, name="steps-line"),
]
