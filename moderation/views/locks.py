"""Take a thing on the desk, take it over from somebody, give it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.http import done, local_url, with_query
from core.limits import limited
from core.ui.asking import viewer
from moderation import actions, hosts
from moderation.forms import chosen_outcome
from moderation.views.loading import loaded


@require_POST
@limited("moderate", times=200, seconds=3600)
def take(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    record, _context = loaded(viewer(request), kind, pk)
    actions.take(actor=viewer(request), subject=record, verdict=hosts.may_moderate(viewer(request), record))
    return done(request, _onward(request, kind, pk))


@require_POST
@limited("moderate", times=200, seconds=3600)
def take_over(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    record, _context = loaded(viewer(request), kind, pk)
    actions.take_over(actor=viewer(request), subject=record, verdict=hosts.may_moderate(viewer(request), record))
    return done(request, _onward(request, kind, pk))


@require_POST
@limited("moderate", times=200, seconds=3600)
def give_back(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    record, _context = loaded(viewer(request), kind, pk)
    actions.give_back(actor=viewer(request), subject=record)
    return done(request, reverse("portal:desk"))


def _onward(request: HttpRequest, kind: str, pk: int) -> Any:
    """Where the act goes on: the page named, or the page of the thing with the outcome that was asked for chosen."""
    here = reverse("moderation:content", args=[kind, pk])
    outcome = chosen_outcome(request.POST.get("outcome", ""))
    return local_url(request, with_query(here, outcome=outcome) if outcome else here)
