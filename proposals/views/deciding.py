"""A facilitator's pages: the check of the remit, the members' ballot, its certified result."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core import today
from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from forums.queries import member_person_ids
from proposals.actions import certify_adoption, check_remit, open_adoption
from proposals.forms import AdoptionForm, CheckForm
from proposals.policies import may_certify, may_check, may_open_adoption
from proposals.queries import adoption_by
from proposals.views.loading import proposal_or_404


@require_http_methods(["GET", "POST"])
@limited("proposals.check", times=120, seconds=3600)
def check(request: HttpRequest, reference: str) -> HttpResponse:
    found = proposal_or_404(reference)
    require(may_check(viewer(request), found))
    form = CheckForm(request.POST or None)
    if request.method == "GET":
        return page(request, "proposals/check.html", {"proposal": found, "form": form})
    if not form.is_valid():
        return invalid(request, "proposals/check.html", {"proposal": found, "form": form})
    check_remit(actor=request.user, proposal=found, **form.cleaned_data)
    return done(request, reverse("proposals:proposal", args=[found.reference]))


@require_http_methods(["GET", "POST"])
@limited("proposals.adoption", times=30, seconds=3600)
def adoption(request: HttpRequest, reference: str) -> HttpResponse:
    """Put the proposal to the members."""
    found = proposal_or_404(reference)
    require(may_open_adoption(viewer(request), found))
    form = AdoptionForm(request.POST or None, initial={"closes_on": today() + timedelta(days=14)})
    context = {"proposal": found, "form": form, "members": len(member_person_ids(found.forum))}
    if request.method == "GET":
        return page(request, "proposals/adoption.html", context)
    if not form.is_valid():
        return invalid(request, "proposals/adoption.html", context)
    open_adoption(actor=request.user, proposal=found, closes_at=form.closes_at)
    return done(request, reverse("proposals:proposal", args=[found.reference]))


@require_http_methods(["GET", "POST"])
@limited("proposals.certify", times=30, seconds=3600)
def certify(request: HttpRequest, reference: str) -> HttpResponse:
    found = proposal_or_404(reference)
    held = adoption_by(found, found.forum_id)
    if held is None:
        raise Http404
    require(may_certify(viewer(request), held))
    if request.method == "GET":
        return page(request, "proposals/certify.html", {"proposal": found, "adoption": held})
    certify_adoption(actor=request.user, adoption=held)
    return done(request, reverse("proposals:proposal", args=[found.reference]))
