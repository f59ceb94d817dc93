"""One proposal for the API, and how it is answered with."""

from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from proposals.api.serializers import ProposalDetailSerializer
from proposals.models import Proposal


def loaded(reference: str) -> Proposal:
    """The public proposal with this reference, in capitals or not; or 404."""
    rows = Proposal.objects.public().select_related("forum", "area", "author", "activity").defer("area__boundary")
    return get_object_or_404(rows, reference=reference.upper())


def shown(request: Request, found: Proposal) -> Response:
    return Response(ProposalDetailSerializer(found, context={"request": request}).data)
