"""Where the council's moderators write the published reasons, and the words that stand ready for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, queries
from moderation.forms import ReasonForm, TemplateForm
from moderation.models import Reason, Template
from moderation.policies import may_moderate_council


@require_GET
def reasons(request: HttpRequest) -> HttpResponse:
    require(may_moderate_council(viewer(request)))
    return page(request, "moderation/reasons.html", {"reasons": queries.reasons_with_texts()})


@require_http_methods(["GET", "POST"])
@limited("moderation.texts", times=60, seconds=3600)
def reason(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """One reason written anew, or with no key a new one."""
    require(may_moderate_council(viewer(request)))
    found = get_object_or_404(Reason, pk=pk) if pk else None
    begun = {"title": found.title, "explanation": found.explanation, "active": found.active} if found else None
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm(initial=begun)
    context = {"reason": found, "form": form}
    if request.method == "GET":
        return page(request, "moderation/reason.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/reason.html", context)
    written = found or Reason(code=_code(form.cleaned_data["title"]))
    actions.change_reason(actor=viewer(request), reason=written, **form.cleaned_data)
    return done(request, reverse("moderation:reasons"))


@require_http_methods(["GET", "POST"])
@limited("moderation.texts", times=60, seconds=3600)
def template(request: HttpRequest, reason: int, pk: int = 0) -> HttpResponse:
    """One text for a reason written anew, or with no key a new one."""
    require(may_moderate_council(viewer(request)))
    about = get_object_or_404(Reason, pk=reason)
    found = get_object_or_404(Template, pk=pk, reason=about) if pk else None
    begun = {"use": found.use, "title": found.title, "text": found.text, "active": found.active} if found else None
    form = TemplateForm(request.POST) if request.method == "POST" else TemplateForm(initial=begun)
    context = {"reason": about, "template": found, "form": form}
    if request.method == "GET":
        return page(request, "moderation/template.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/template.html", context)
    written = found or Template()
    actions.write_template(actor=viewer(request), template=written, reason=about, **form.cleaned_data)
    return done(request, reverse("moderation:reasons"))


def _code(title: str) -> str:
    """A code of its own for a new reason; the API names reasons by it."""
    base = slugify(title)[:34].replace("-", "_") or "reason"
    taken = set(Reason.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}_{n}" for n in range(2, 99999))) if code not in taken)
