"""Ask for a place, give it up, and see who comes."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import require
from meetings import actions, policies, queries
from meetings.drawing import picture_of
from meetings.forms import PlacesForm, RegistrationForm
from meetings.models import Gathering
from meetings.states import RegistrationState

_limit = limited("meetings.register", times=30, seconds=3600)


@never_cache
@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request: HttpRequest, pk: int) -> HttpResponse:
    """Register; or, once registered, the code for the door and how to cancel."""
    found = get_object_or_404(Gathering, pk=pk)
    own = queries.own_registration(request.user, found)
    if own is not None and request.method != "POST":
        words = _("Your code for the door: %(code)s") % {"code": own.code}
        there = own.state == RegistrationState.IN
        picture = picture_of(_door(request, found, own.code), words) if there else ""
        context = {"gathering": found, "own": own, "picture": picture, "turn": 0 if there else queries.turn_of(own)}
        return page(request, "meetings/registered.html", context)
    require(policies.may_register(request.user, found))
    form = RegistrationForm(request.POST or None, gathering=found, questions=list(found.questions.all()))
    context = {"gathering": found, "form": form, "filled": queries.filled(found)}
    if request.method != "POST":
        return page(request, "meetings/register.html", context)
    if not form.is_valid():
        return invalid(request, "meetings/register.html", context)
    actions.register(actor=request.user, gathering=found, **form.asked())
    return done(request, reverse("meetings:registration", args=[pk]))


@login_required
@_limit
@require_POST
def cancel_registration(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up one's own place."""
    found = get_object_or_404(Gathering, pk=pk)
    own = get_object_or_404(found.registrations.live(), person__user=request.user)
    actions.cancel_registration(actor=request.user, registration=own)
    return done(request, reverse("meetings:gathering", args=[pk]))


@login_required
@limited("meetings.run", times=60, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest, pk: int) -> HttpResponse:
    """How many can come, and what they are asked."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_offer_places(request.user, found)
    require(verdict)
    asks = not found.registrations.exists()
    sizes = {pool.kind or "size": pool.size for pool in found.pools.all()}
    texts = {f"question_{row.number}": row.text for row in found.questions.all()}
    form = PlacesForm(request.POST or None, asks=asks, initial=sizes | texts)
    heading, label = _("Places and registration"), _("People can register")
    context = {"form": form, "gathering": found, "heading": heading, "label": label}
    if request.method != "POST":
        return page(request, "meetings/form.html", context)
    if not form.is_valid():
        return invalid(request, "meetings/form.html", context)
    actions.offer_places(actor=request.user, gathering=found, verdict=verdict, **form.offer())
    return done(request, reverse("meetings:gathering", args=[pk]))


@never_cache
@login_required
@require_GET
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes and what they need, for those who run the meeting."""
    found = get_object_or_404(Gathering, pk=pk)
    require(policies.may_see_registrations(request.user, found))
    context = {"gathering": found, "rows": queries.registered(found), "filled": queries.filled(found)}
    return page(request, "meetings/people.html", context)


def _door(request: HttpRequest, found: Gathering, code: str) -> str:
    """What the picture says: the page at the door with the code filled in, for the facilitator's telephone."""
    return request.build_absolute_uri(f"{reverse('meetings:door', args=[found.pk])}?code={code}")
