"""What each kind of forum begins with: everybody reads it, stewards of the council set it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms import FirstRulesForm
from forums.policies import may_set_first_rules
from forums.queries import first_rules as queries


@for_everyone
@require_GET
def kinds(request: HttpRequest) -> HttpResponse:
    return page(request, "forums/first_rules.html", {"templates": queries.first_rules()})


@for_everyone
@require_GET
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """The rules in force for new forums of one kind, and what they were before."""
    context = {"shown": found_rules(kind), "may_set": bool(may_set_first_rules(viewer(request)))}
    return page(request, "forums/first_rules_of.html", context)


@require_http_methods(["GET", "POST"])
@limited("rules", times=10, seconds=3600)
def set_rules(request: HttpRequest, kind: str) -> HttpResponse:
    require(may_set_first_rules(viewer(request)))
    newest = found_rules(kind).newest
    form = FirstRulesForm(request.POST or None, standing=newest)
    form.initial["seen"] = newest.version
    context = {"template": newest, "form": form}
    if request.method == "GET":
        return page(request, "forums/first_rules_form.html", context)
    if not form.is_valid():
        return invalid(request, "forums/first_rules_form.html", context)
    said = {"why": form.cleaned_data["reason"], "seen": form.cleaned_data["seen"]}
    actions.set_first_rules(actor=viewer(request), kind=kind, charter=form.charter, **said)
    messages.success(request, _("New forums of this kind begin like this."))
    return done(request, reverse("forums:first_rules_of", args=[kind]))


def found_rules(kind: str) -> queries.BeginningPage:
    """The page of one kind, or 404."""
    found = queries.first_rules_of(kind)
    if found is None:
        raise Http404
    return found
