"""Where a moderator hands something to the council's moderators."""

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
from moderation.forms import EscalateForm
from moderation.policies import may_decide
from moderation.views.loading import desk_of, loaded


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def escalate(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    user = viewer(request)
    record, context = loaded(user, kind, pk)
    verdict = hosts.may_moderate(user, record)
    require(may_decide(user, record, verdict))
    form = EscalateForm(request.POST or None)
    context |= {**desk_of(user, record), "form": form, "words": hosts.host_of(record).words(record)}
    if request.method == "GET":
        return page(request, "moderation/escalate.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/escalate.html", context)
    key, statement = hosts.host_of(record).key(record), form.cleaned_data["statement"]
    made = actions.escalate(actor=user, subject=record, statement=statement, host_key=key, verdict=verdict)
    messages.success(request, _("It is hidden, and the council's moderators have it at the top of their desk."))
    return done(request, reverse("moderation:decision", args=[made.decision_id]))
