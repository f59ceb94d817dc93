"""Support a proposal, and take it back: the two acts that must stay quick when a thousand people do them at once."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.http import is_part, page
from core.limits import limited
from proposals.actions import give_support, take_back_support
from proposals.models import Proposal
from proposals.queries import supportable_proposal
from proposals.views.loading import fresh_act_context


@require_POST
@limited("support", times=60, seconds=60)
def support(request: HttpRequest, reference: str) -> HttpResponse:
    found = _open_to_all(reference)
    give_support(actor=request.user, proposal=found)
    return _answer(request, found)


@require_POST
@limited("support", times=60, seconds=60)
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    found = _open_to_all(reference)
    take_back_support(actor=request.user, proposal=found)
    return _answer(request, found)


def _open_to_all(reference: str) -> Proposal:
    found = supportable_proposal(reference)
    if found is None:
        raise Http404
    return found


def _answer(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """The act panel for htmx; for everybody else the page, at the panel."""
    if is_part(request):
        return page(request, "proposals/proposal.html", fresh_act_context(request, proposal), part="act")
    return HttpResponseRedirect(f"{reverse('proposals:proposal', args=[proposal.reference])}#act", status=303)
