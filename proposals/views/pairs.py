"""Two proposals that may be one: a facilitator looks at both, and their authors answer."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from proposals import actions
from proposals.forms import InvitePairForm
from proposals.models import Pair, Proposal
from proposals.policies import may_answer_pair, may_invite, may_join, may_see_pair, may_set_apart
from proposals.policies.proposals import is_author

_limit = limited("proposals.pair", times=60, seconds=3600)


@require_GET
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Both side by side, with what whoever looks may do."""
    found = pair_for(viewer(request), pk)
    return page(request, "proposals/pair.html", _context(request, found, InvitePairForm()))


@require_POST
@_limit
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = pair_for(viewer(request), pk), InvitePairForm(request.POST)
    if not form.is_valid():
        return invalid(request, "proposals/pair.html", _context(request, found, form))
    actions.invite(actor=viewer(request), pair=found, **form.cleaned_data)
    messages.success(request, _("Both authors are told. Each decides for their own."))
    return done(request, reverse("proposals:pair", args=[pk]))


@require_POST
@_limit
def difference(request: HttpRequest, pk: int) -> HttpResponse:
    actions.set_apart(actor=viewer(request), pair=pair_for(viewer(request), pk))
    messages.success(request, _("They stand apart. The desk does not ask again."))
    return done(request, reverse("portal:desk"))


@require_POST
@_limit
def joining(request: HttpRequest, pk: int) -> HttpResponse:
    found = pair_for(viewer(request), pk)
    joined = actions.join(actor=viewer(request), pair=found, proposal=own_of(found, request.POST.get("proposal", "")))
    messages.success(request, _("Yours is joined to this one. Those who supported it are told."))
    return done(request, joined.stays.address if joined.stays else reverse("proposals:pair", args=[pk]))


@require_POST
@_limit
def refusal(request: HttpRequest, pk: int) -> HttpResponse:
    found = pair_for(viewer(request), pk)
    actions.decline(actor=viewer(request), pair=found, proposal=own_of(found, request.POST.get("proposal", "")))
    messages.success(request, _("Yours stands on its own. The facilitator and the other author are told."))
    return done(request, reverse("proposals:pair", args=[pk]))


def pair_for(user: Any, pk: int) -> Pair:
    """404 for whoever it is no business of."""
    found = get_object_or_404(Pair.objects.for_page(), pk=pk)
    if not may_see_pair(user, found):
        raise Http404
    return found


def own_of(pair: Pair, reference: str) -> Proposal:
    """The one of the two with this reference."""
    found = next((one for one in pair.both if one.reference == reference), None)
    if found is None:
        raise Http404
    return found


def _context(request: HttpRequest, pair: Pair, form: InvitePairForm) -> dict[str, object]:
    user = viewer(request)
    sides = [
        {
            "proposal": one,
            "mine": is_author(user, one),
            "join": may_join(user, pair, one),
            "answer": may_answer_pair(user, pair, one),
            "declined": pair.has_declined(one),
        }
        for one in pair.both
    ]
    return {
        "pair": pair,
        "sides": sides,
        "form": form,
        "invites": may_invite(user, pair),
        "apart": may_set_apart(user, pair),
    }
