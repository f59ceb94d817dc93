"""Where moderators look at one thing and decide."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, hosts
from moderation.policies import may_decide
from moderation.views.loading import about, begun, decide_form, desk_of, loaded


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def content(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Where moderators look at one thing and decide."""
    user = viewer(request)
    record, context = loaded(user, kind, pk)
    verdict = hosts.may_moderate(user, record)
    require(may_decide(user, record, verdict))
    form = decide_form(record, request.POST or None, begun(record, request.GET))
    context |= {
        **desk_of(user, record),
        **about(user, record),
        "form": form,
        "outcome": request.GET.get("outcome") or "hide",
    }
    if request.method == "GET":
        return page(request, "moderation/content.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/content.html", context)
    place: dict[str, Any] = {"host_key": hosts.host_of(record).key(record), "verdict": verdict}
    made = actions.decide(actor=user, subject=record, **place, **form.cleaned_data)
    return done(request, reverse("moderation:decision", args=[made.pk]))
