"""What waits before it is published: for whoever wrote it, and for whoever looks."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.policies import signed_in
from core.http import done, page
from core.limits import limited
from core.subjects import visible
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, keys
from moderation.models import Held
from moderation.policies import may_moderate_council, may_post_links, may_take_back
from moderation.queries.decisions import hiding_of
from moderation.queries.held import held_of, usual_hours


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """What you sent that waits; what waits for you to look stands on your desk."""
    user = viewer(request)
    require(signed_in(user))
    context = {
        "mine": held_of(user),
        "moderates": bool(may_moderate_council(user)) or bool(keys.keys_of(user)),
        "links": may_post_links(user),
    }
    return page(request, "moderation/held_list.html", context)


@require_GET
def held(request: HttpRequest, pk: int) -> HttpResponse:
    """One thing that waits, as its author sees it; whoever looks at it is led to where they decide."""
    user = viewer(request)
    found = _held(request, pk)
    if user.pk != found.by_id:
        return done(request, reverse("moderation:content", args=["moderation.held", pk]))
    context: dict[str, Any] = {"held": found, "hours": usual_hours(), "verdict": may_take_back(user, found)}
    context["refusal"] = hiding_of(("moderation.held", pk)) if found.state == Held.State.REFUSED else None
    return page(request, "moderation/held.html", context)


@require_POST
@limited("held", times=60, seconds=3600)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    actions.take_back(actor=viewer(request), held=_held(request, pk))
    messages.success(request, _("It is taken back. Nobody else has seen it but those who look at what waits."))
    return done(request, reverse("moderation:held", args=[pk]))


def _held(request: HttpRequest, pk: int) -> Held:
    if not visible(viewer(request), [("moderation.held", pk)]):
        raise Http404
    return get_object_or_404(Held, pk=pk)
