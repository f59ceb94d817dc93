"""What other forums decide of a proposal, and what other wards raise, over the API."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from forums.models import Forum
from proposals.actions import ask_elsewhere, certify_adoption, look_elsewhere
from proposals.api.loading import loaded
from proposals.api.serializers import ProposalSerializer
from proposals.forms import AdoptionForm
from proposals.models import Adoption, Proposal
from proposals.policies import may_ask_elsewhere
from proposals.queries import adoption_by, decisions_on, likenesses_of


class DecisionSerializer(serializers.ModelSerializer):
    """`adopted` is null until the result is certified; figures are null until the votes are counted."""

    forum = serializers.CharField(source="forum.slug", read_only=True)
    own_forum = serializers.SerializerMethodField()
    ballot = serializers.IntegerField(source="ballot_id", read_only=True)
    yes = serializers.IntegerField(source="ballot.yes", read_only=True, allow_null=True)
    no = serializers.IntegerField(source="ballot.no", read_only=True, allow_null=True)
    abstain = serializers.IntegerField(source="ballot.abstain", read_only=True, allow_null=True)

    class Meta:
        model = Adoption
        fields = ("forum", "own_forum", "ballot", "adopted", "certified_at", "yes", "no", "abstain")

    def get_own_forum(self, adoption: Adoption) -> bool:
        return not adoption.is_elsewhere


class DecisionsSerializer(serializers.Serializer):
    disagree = serializers.BooleanField()
    decisions = DecisionSerializer(source="all", many=True)
    raised_elsewhere = ProposalSerializer(many=True)


@extend_schema(operation_id="proposals_decisions", responses=DecisionsSerializer)
@api_view(["GET"])
def decisions(request: Request, reference: str) -> Response:
    """What each forum decided of it, whether they disagree, and what other wards raise that is like it."""
    return _shown(loaded(reference))


@extend_schema(
    operation_id="proposals_ask_elsewhere",
    request=shape_of("AdoptionElsewhere", AdoptionForm),
    responses={200: DecisionsSerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.adoption", times=30, seconds=3600)
def ask(request: Request, reference: str, slug: str) -> Response:
    """Put it to the members of another forum, which you facilitate."""
    found, forum = loaded(reference), get_object_or_404(Forum, slug=slug)
    require(may_ask_elsewhere(request.user, found, forum))
    form = AdoptionForm(sent(request))
    checked(form)
    ask_elsewhere(actor=request.user, proposal=found, forum=forum, closes_at=form.closes_at)
    return _shown(loaded(reference))


@extend_schema(
    operation_id="proposals_certify_elsewhere", request=None, responses={200: DecisionsSerializer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.certify", times=30, seconds=3600)
def certify(request: Request, reference: str, slug: str) -> Response:
    """The result of that forum's ballot stands."""
    found = loaded(reference)
    held = adoption_by(found, get_object_or_404(Forum, slug=slug).pk)
    if held is None or not held.is_elsewhere:
        raise Http404
    certify_adoption(actor=request.user, adoption=held)
    return _shown(loaded(reference))


@extend_schema(operation_id="proposals_seen_elsewhere", request=None, responses={200: DecisionsSerializer, **REFUSALS})
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.certify", times=30, seconds=3600)
def seen(request: Request, reference: str, slug: str) -> Response:
    """What the other forum does with it leaves the desk of the proposal's own forum, which you facilitate."""
    found = loaded(reference)
    held = adoption_by(found, get_object_or_404(Forum, slug=slug).pk)
    if held is None or not held.is_elsewhere:
        raise Http404
    look_elsewhere(actor=request.user, adoption=held)
    return _shown(loaded(reference))


def _shown(found: Proposal) -> Response:
    known = decisions_on(found)
    shown: dict[str, Any] = {"disagree": known.disagree, "all": known.all, "raised_elsewhere": likenesses_of(found)}
    return Response(DecisionsSerializer(shown).data)
