"""Where a moderator stands aside."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, hosts
from moderation.forms import InterestForm
from moderation.policies.interests import may_stand_aside
from moderation.views.loading import loaded


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def interest(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    record, context = loaded(viewer(request), kind, pk)
    verdict = hosts.may_moderate(viewer(request), record)
    require(may_stand_aside(viewer(request), record, verdict))
    form = InterestForm(request.POST or None)
    context["form"] = form
    if request.method == "GET":
        return page(request, "moderation/interest.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/interest.html", context)
    actions.stand_aside(actor=viewer(request), subject=record, scope=form.cleaned_data["scope"], verdict=verdict)
    messages.success(
        request, _("You stand aside. Somebody else decides, and the record says that a moderator stood aside.")
    )
    return done(request, reverse("portal:desk"))
