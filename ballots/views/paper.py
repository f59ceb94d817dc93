"""The ballot box: slips printed, handed out, and typed in by two people. No page of it shows a choice."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from ballots import actions, queries
from ballots.forms import HandOutForm, PrintForm, SlipForm
from ballots.models import Ballot
from ballots.policies import may_keep_box
from core.http import done, invalid, page, with_query
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require

# A hall full of people within the hour.
_limit = limited("ballots.paper", times=1200, seconds=3600)


@never_cache
@login_required
@require_GET
def box(request: HttpRequest, pk: int) -> HttpResponse:
    """How many slips are where, and the three things that are done with them."""
    ballot = _asked(request, pk)
    return page(request, "ballots/box.html", _shown(request, ballot))


@never_cache
@login_required
@require_GET
def slips(request: HttpRequest, pk: int) -> HttpResponse:
    """The slips to print, several to a page."""
    ballot = _asked(request, pk)
    return page(request, "ballots/slips.html", {"ballot": ballot, "slips": queries.slips_of(ballot)})


@login_required
@_limit
@require_POST
def print_slips(request: HttpRequest, pk: int) -> HttpResponse:
    """More of them."""
    ballot = _asked(request, pk)
    form = PrintForm(request.POST)
    if not form.is_valid():
        return invalid(request, "ballots/box.html", _shown(request, ballot, print_form=form))
    actions.print_slips(actor=request.user, ballot=ballot, number=form.cleaned_data["number"])
    return done(request, reverse("ballots:slips", args=[pk]))


@login_required
@_limit
@require_POST
def hand_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody on the roll takes one."""
    ballot = _asked(request, pk)
    form = HandOutForm(request.POST)
    person = queries.person_on_roll(ballot, form.cleaned_data["person"]) if form.is_valid() else None
    if person is None:
        raise Http404
    actions.hand_out_slip(actor=request.user, ballot=ballot, person=person)
    return done(request, with_query(reverse("ballots:box", args=[pk]), q=person.display_name))


@login_required
@_limit
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """One slip is typed in."""
    ballot = _asked(request, pk)
    form = SlipForm(request.POST)
    if not form.is_valid():
        return invalid(request, "ballots/box.html", _shown(request, ballot, slip_form=form))
    reading = actions.read_slip(actor=request.user, ballot=ballot, **form.cleaned_data)
    said = "counted" if reading.slip.counted else "first" if reading.place == 1 else "differs"
    return done(request, with_query(reverse("ballots:box", args=[pk]), read=said))


def _asked(request: HttpRequest, pk: int) -> Ballot:
    ballot: Ballot = get_object_or_404(Ballot.objects.visible_to(viewer(request)), pk=pk)
    require(may_keep_box(request.user, ballot))
    return ballot


def _shown(request: HttpRequest, ballot: Ballot, **forms: Any) -> dict[str, Any]:
    words = request.GET.get("q", "")[:80]
    return {
        "ballot": ballot,
        "box": queries.box_of(ballot),
        "words": words,
        "people": queries.on_roll(ballot, words) if words.strip() else [],
        "said": request.GET.get("read", ""),
        "print_form": PrintForm(),
        "slip_form": SlipForm(),
    } | forms
