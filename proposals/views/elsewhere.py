"""Another forum's facilitator puts a proposal to the members there, and certifies what they decided."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import today
from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from forums.models import Forum
from forums.queries import member_person_ids
from proposals.actions import ask_elsewhere, certify_adoption, look_elsewhere
from proposals.forms import AdoptionForm
from proposals.policies import may_ask_elsewhere, may_certify
from proposals.queries import adoption_by, forums_to_ask
from proposals.views.loading import proposal_or_404


@require_GET
def forums(request: HttpRequest, reference: str) -> HttpResponse:
    """The forums that somebody facilitates, and whether each may be asked."""
    found = proposal_or_404(reference)
    user = viewer(request)
    rows = [(forum, may_ask_elsewhere(user, found, forum)) for forum in forums_to_ask(user, found)]
    return page(request, "proposals/elsewhere.html", {"proposal": found, "rows": rows})


@require_http_methods(["GET", "POST"])
@limited("proposals.adoption", times=30, seconds=3600)
def ask(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    found, forum = proposal_or_404(reference), get_object_or_404(Forum, slug=slug)
    require(may_ask_elsewhere(viewer(request), found, forum))
    form = AdoptionForm(request.POST or None, initial={"closes_on": today() + timedelta(days=14)})
    context = {"proposal": found, "forum": forum, "form": form, "members": len(member_person_ids(forum))}
    if request.method == "GET":
        return page(request, "proposals/ask_elsewhere.html", context)
    if not form.is_valid():
        return invalid(request, "proposals/ask_elsewhere.html", context)
    ask_elsewhere(actor=request.user, proposal=found, forum=forum, closes_at=form.closes_at)
    return done(request, f"{reverse('proposals:proposal', args=[found.reference])}#elsewhere")


@require_http_methods(["GET", "POST"])
@limited("proposals.certify", times=30, seconds=3600)
def certify(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    found, forum = proposal_or_404(reference), get_object_or_404(Forum, slug=slug)
    held = adoption_by(found, forum.pk)
    if held is None or not held.is_elsewhere:
        raise Http404
    require(may_certify(viewer(request), held))
    if request.method == "GET":
        return page(request, "proposals/certify.html", {"proposal": found, "adoption": held})
    certify_adoption(actor=request.user, adoption=held)
    return done(request, f"{reverse('proposals:proposal', args=[found.reference])}#elsewhere")


@require_POST
@limited("proposals.certify", times=30, seconds=3600)
def seen(request: HttpRequest, reference: str, slug: str) -> HttpResponse:
    """Off the desk, and on to what the other forum does with it."""
    found, forum = proposal_or_404(reference), get_object_or_404(Forum, slug=slug)
    held = adoption_by(found, forum.pk)
    if held is None or not held.is_elsewhere:
        raise Http404
    look_elsewhere(actor=request.user, adoption=held)
    return done(request, f"{reverse('proposals:proposal', args=[found.reference])}#elsewhere")
