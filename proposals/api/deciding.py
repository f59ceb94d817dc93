"""A facilitator's acts over the API: the check of the remit, the members' ballot, its certified result."""

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
from proposals.actions import certify_adoption, check_remit, open_adoption
from proposals.api.loading import loaded, shown
from proposals.api.serializers import ProposalDetailSerializer
from proposals.forms import AdoptionForm, CheckForm
from proposals.policies import may_open_adoption
from proposals.queries import adoption_by

CheckSerializer = inline_serializer(
    "RemitFinding",
    {
        "outcome": serializers.ChoiceField(choices=["in_remit", "refused"]),
        "reason": serializers.CharField(required=False, help_text="code of a published reason"),
        "statement": serializers.CharField(required=False),
    },
)


@extend_schema(
    operation_id="proposals_check", request=CheckSerializer, responses={200: ProposalDetailSerializer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.check", times=120, seconds=3600)
def check(request: Request, reference: str) -> Response:
    """A facilitator's finding: within the forum's remit, or refused with reasons."""
    found = loaded(reference)
    check_remit(actor=request.user, proposal=found, **checked(CheckForm(sent(request))))
    return shown(request, loaded(reference))


@extend_schema(
    operation_id="proposals_open_adoption",
    request=shape_of("AdoptionBallot", AdoptionForm),
    responses={200: ProposalDetailSerializer, **REFUSALS},
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.adoption", times=30, seconds=3600)
def adoption(request: Request, reference: str) -> Response:
    """Put it to the members: supports close at an exact count, and the members of today vote until the end of that day."""
    found = loaded(reference)
    require(may_open_adoption(request.user, found))
    form = AdoptionForm(sent(request))
    checked(form)
    open_adoption(actor=request.user, proposal=found, closes_at=form.closes_at)
    return shown(request, loaded(reference))


@extend_schema(
    operation_id="proposals_certify_adoption", request=None, responses={200: ProposalDetailSerializer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("proposals.certify", times=30, seconds=3600)
def certify(request: Request, reference: str) -> Response:
    """The result of the members' ballot stands, once the time for a challenge is over."""
    found = loaded(reference)
    last = adoption_by(found, found.forum_id)
    if last is None:
        raise Http404
    certify_adoption(actor=request.user, adoption=last)
    return shown(request, loaded(reference))
