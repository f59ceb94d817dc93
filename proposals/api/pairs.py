"""Two proposals that may be one, over the API: the same acts, the same reasons."""

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from proposals import actions
from proposals.forms import InvitePairForm
from proposals.models import Pair
from proposals.states import PairState
from proposals.views.pairs import own_of, pair_for

_limit = limited("proposals.pair", times=60, seconds=3600)


class PairSerializer(serializers.Serializer[Pair]):
    id = serializers.IntegerField()
    newer = serializers.CharField(source="newer.reference")
    older = serializers.CharField(source="older.reference")
    likeness = serializers.IntegerField(help_text="of their titles, in percent")
    state = serializers.ChoiceField(choices=PairState.choices)
    reason = serializers.CharField()
    stays = serializers.CharField(source="stays.reference", default=None, allow_null=True)


InvitationSerializer = inline_serializer("PairInvitation", {"reason": serializers.CharField()})
OwnSerializer = inline_serializer("PairAnswer", {"proposal": serializers.CharField(help_text="the reference of yours")})
ANSWERS = {200: PairSerializer, **REFUSALS}


@extend_schema(operation_id="proposals_pair", responses=ANSWERS)
@api_view(["GET"])
@permission_classes([IsAuthenticated])
def pair(request: Request, pk: int) -> Response:
    return _said(pair_for(request.user, pk))


@extend_schema(operation_id="proposals_pair_invite", request=InvitationSerializer, responses=ANSWERS)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@_limit
def invitation(request: Request, pk: int) -> Response:
    found, said = pair_for(request.user, pk), checked(InvitePairForm(sent(request)))
    return _said(actions.invite(actor=request.user, pair=found, **said))


@extend_schema(operation_id="proposals_pair_set_apart", request=None, responses=ANSWERS)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@_limit
def difference(request: Request, pk: int) -> Response:
    return _said(actions.set_apart(actor=request.user, pair=pair_for(request.user, pk)))


@extend_schema(operation_id="proposals_pair_join", request=OwnSerializer, responses=ANSWERS)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@_limit
def joining(request: Request, pk: int) -> Response:
    found = pair_for(request.user, pk)
    own = own_of(found, str(sent(request).get("proposal", "")))
    return _said(actions.join(actor=request.user, pair=found, proposal=own))


@extend_schema(operation_id="proposals_pair_decline", request=OwnSerializer, responses=ANSWERS)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@_limit
def refusal(request: Request, pk: int) -> Response:
    found = pair_for(request.user, pk)
    own = own_of(found, str(sent(request).get("proposal", "")))
    return _said(actions.decline(actor=request.user, pair=found, proposal=own))


def _said(pair: Pair) -> Response:
    return Response(PairSerializer(pair).data)
