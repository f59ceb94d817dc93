"""Where an author finds other words, as a moderator asked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.subjects import describe
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, hosts
from moderation.forms import RephraseForm
from moderation.models import Rephrase
from moderation.policies import may_rephrase


@require_http_methods(["GET", "POST"])
@limited("appeal", times=10, seconds=3600)
def rephrase(request: HttpRequest, pk: int) -> HttpResponse:
    asked = get_object_or_404(Rephrase.objects.select_related("decision__reason"), decision=pk)
    key = (asked.subject_kind, asked.subject_id)
    record = hosts.record_of(*key)
    if record is None:
        raise Http404
    require(may_rephrase(viewer(request), asked, record))
    form = RephraseForm(request.POST) if request.method == "POST" else RephraseForm(initial={"text": asked.before})
    context = {"asked": asked, "form": form, "subject": describe([key]).get(key)}
    if request.method == "GET":
        return page(request, "moderation/rephrase.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/rephrase.html", context)
    actions.rephrase(actor=viewer(request), rephrase=asked, subject=record, text=form.cleaned_data["text"])
    messages.success(request, _("Thank you. The moderators look at it again, and you will hear from them."))
    return done(request, reverse("moderation:decision", args=[pk]))
