"""The next step for an author, over the API."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from moderation import actions, hosts
from moderation.authors import author_of
from moderation.forms import StepForm
from moderation.policies import may_take_step
from moderation.queries.ladder import reached, suggestions

ReachedAnswer = inline_serializer(
    "ModerationStepsReached",
    {
        "suggested": serializers.IntegerField(allow_null=True),
        "steps": serializers.ListField(child=serializers.DictField()),
    },
)
StepAnswer = inline_serializer(
    "ModerationStepTaken",
    {"id": serializers.IntegerField(), "step": serializers.CharField(), "until": serializers.DateField()},
)


@extend_schema(methods=["GET"], operation_id="moderation_steps", responses={200: ReachedAnswer, **REFUSALS})
@extend_schema(
    methods=["POST"],
    operation_id="moderation_take_step",
    request=shape_of("ModerationStepInput", StepForm),
    responses={201: StepAnswer, **REFUSALS},
)
@api_view(["GET", "POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def step(request: Request, kind: str, pk: int) -> Response:
    """The steps that the author of a thing has reached and the one suggested; take one, with a reason. They can appeal."""
    record = hosts.record_for(request.user, kind, pk)
    if record is None:
        raise Http404
    verdict = hosts.may_moderate(request.user, record)
    require(may_take_step(request.user, record, verdict))
    person = get_object_or_404(author_of(record))
    key = hosts.host_of(record).key(record)
    steps = reached(person, key)
    if request.method == "GET":
        suggested = next(iter(suggestions([key], person=person)), None)
        rows = [{"id": one.pk, "step": one.kind, "days": one.days, "hidden": number} for one, number in steps]
        return Response({"suggested": suggested.step.pk if suggested else None, "steps": rows})
    said = checked(StepForm(sent(request), steps=steps))
    made = actions.take_step(actor=request.user, subject=record, verdict=verdict, **said)
    return Response({"id": made.pk, "step": made.step.kind, "until": made.until}, status=201)
