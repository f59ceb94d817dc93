"""The documents of a body over the API."""

from rest_framework.request import Request
from rest_framework.response import Response

from committees import actions, policies
from committees.api.endpoints import act, asked
from committees.api.serializers import PaperSerializer
from committees.forms.bodies import PaperForm
from committees.views.loading import body_or_404, paper_or_404
from core.api import sent
from core.shapes import shape_of


@act("list_paper", shape_of("PaperListing", PaperForm), PaperSerializer, made=201)
def new_paper(request: Request, slug: str) -> Response:
    found = body_or_404(slug)
    given = asked(policies.may_list_paper(request.user, found), PaperForm(sent(request)))
    made = actions.list_paper(actor=request.user, body=found, **given)
    return Response(PaperSerializer(made).data, status=201)


@act("withdraw_paper", None, PaperSerializer)
def withdraw_paper(request: Request, pk: int) -> Response:
    """It stays listed, as one that no longer holds."""
    return Response(PaperSerializer(actions.withdraw_paper(actor=request.user, paper=paper_or_404(pk))).data)
