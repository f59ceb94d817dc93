"""Hand something to the council's moderators over the API."""

from django.http import Http404
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
from moderation.forms import EscalateForm
from moderation.policies import may_decide

EscalationAnswer = inline_serializer(
    "ModerationEscalation", {"decision": serializers.IntegerField(), "due_at": serializers.DateTimeField()}
)


@extend_schema(
    operation_id="moderation_escalate",
    request=shape_of("ModerationEscalationInput", EscalateForm),
    responses={201: EscalationAnswer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("moderate", times=200, seconds=3600)
def escalate(request: Request, kind: str, pk: int) -> Response:
    """For what may be against the law: hidden at once, and with the council's moderators for some hours at most."""
    record = hosts.record_for(request.user, kind, pk)
    if record is None:
        raise Http404
    verdict = hosts.may_moderate(request.user, record)
    require(may_decide(request.user, record, verdict))
    said = checked(EscalateForm(sent(request)))
    key = hosts.host_of(record).key(record)
    made = actions.escalate(
        actor=request.user, subject=record, statement=said["statement"], host_key=key, verdict=verdict
    )
    return Response({"decision": made.decision_id, "due_at": made.due_at}, status=201)
