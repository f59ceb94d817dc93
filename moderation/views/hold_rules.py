"""The rules by which writing waits for a person: everybody reads them, moderators of the council set and end them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions
from moderation.forms import EndRuleForm, HoldRuleForm
from moderation.models import HoldRule
from moderation.policies import may_end_hold_rule, may_set_hold_rule
from moderation.queries.hold_rules import hold_rules


@for_everyone
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """What waits before it is published, and why; the listed words themselves are shown to moderators alone."""
    holding, ended = hold_rules()
    context = {"rules": holding, "ended": ended, "may_set": bool(may_set_hold_rule(viewer(request)))}
    return page(request, "moderation/hold_rules.html", context)


@require_http_methods(["GET", "POST"])
@limited("moderation.texts", times=60, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    require(may_set_hold_rule(viewer(request)))
    form = HoldRuleForm(request.POST or None)
    if request.method == "GET":
        return page(request, "moderation/hold_rule.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "moderation/hold_rule.html", {"form": form})
    actions.set_hold_rule(actor=viewer(request), **form.cleaned_data)
    messages.success(request, _("The rule holds from now on."))
    return done(request, reverse("moderation:hold_rules"))


@require_http_methods(["GET", "POST"])
@limited("moderation.texts", times=60, seconds=3600)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    rule = get_object_or_404(HoldRule, pk=pk)
    require(may_end_hold_rule(viewer(request), rule))
    form = EndRuleForm(request.POST or None)
    context = {"rule": rule, "form": form}
    if request.method == "GET":
        return page(request, "moderation/hold_rule_end.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/hold_rule_end.html", context)
    actions.end_hold_rule(actor=viewer(request), rule=rule, why=form.cleaned_data["why"])
    return done(request, reverse("moderation:hold_rules"))
