"""What the meeting talks about: picked from the top issues, put in order, given its time, and settled."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.limits import limited
from core.verdicts import require
from meetings import actions, picking, policies
from meetings.answers import act_by_form
from meetings.forms import AgendaForm, OutcomesForm, PickForm
from meetings.models import Gathering

_limit = limited("meetings.run", times=60, seconds=3600)


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick among the forum's top issues."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_add_item(request.user, found)
    require(verdict)
    offered = picking.picks((found.host_kind, found.host_id))
    form = PickForm(request.POST or None, picks=offered)

    def act(form: Any) -> None:
        minutes = form.cleaned_data["minutes"]
        actions.pick_items(actor=request.user, gathering=found, picks=form.ticked(), minutes=minutes, verdict=verdict)

    lead = _("The most supported and the most discussed first, without what this forum has met about.")
    if not offered:
        lead = _("There is no open issue that this forum has not met about. Add an item in your own words instead.")
    return act_by_form(request, found, form, act, _("Pick from the top issues"), _("Put them on the agenda"), lead)


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """In which order, and how long each."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_add_item(request.user, found)
    require(verdict)
    form = AgendaForm(request.POST or None, items=found.items.all())

    def act(form: Any) -> None:
        actions.time_items(actor=request.user, gathering=found, verdict=verdict, **form.plan())

    return act_by_form(request, found, form, act, _("Order and times"), _("Put the agenda in this order"))


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def outcomes(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of each item."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_settle_items(request.user, found)
    require(verdict)
    form = OutcomesForm(request.POST or None, items=found.items.select_related("gathering"))

    def act(form: Any) -> None:
        for item, text in form.outcomes():
            actions.settle_item(actor=request.user, item=item, outcome=text, verdict=verdict)

    return act_by_form(request, found, form, act, _("What came of each item?"), _("Write it down"))
