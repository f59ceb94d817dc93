"""Where a moderator takes the next step for whoever wrote a thing. The address names the words, never the person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, hosts
from moderation.authors import author_of
from moderation.forms import StepForm
from moderation.policies import may_take_step
from moderation.queries.decisions import decision_of
from moderation.queries.ladder import reached, suggestions
from moderation.views.loading import loaded


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def step(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    user = viewer(request)
    record, context = loaded(user, kind, pk)
    verdict = hosts.may_moderate(user, record)
    require(may_take_step(user, record, verdict))
    person = get_object_or_404(author_of(record))
    key = hosts.host_of(record).key(record)
    suggested = next(iter(suggestions([key], person=person)), None)
    steps = reached(person, key)
    form = StepForm(request.POST or None, steps=steps, initial={"step": suggested.step.pk if suggested else None})
    context |= {"person": person, "suggested": suggested, "steps": steps, "form": form}
    if request.method == "GET":
        return page(request, "moderation/step.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/step.html", context)
    measure = actions.take_step(actor=user, subject=record, verdict=verdict, **form.cleaned_data)
    messages.success(request, _("They are told, with the reason, and can appeal to another person."))
    decision = decision_of(measure)
    to = reverse("moderation:decision", args=[decision.pk]) if decision else reverse("portal:desk")
    return done(request, to)
