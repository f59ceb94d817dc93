"""A forum's rules: those in force, earlier ones, and how members change them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import key_of
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms import RulesForm
from forums.models import Forum, RuleChange, Rules
from forums.policies import may_propose_rules
from forums.queries import rules_in_force, thread_for
from forums.queries.rules import change_lines, rules_page, version_page
from forums.wording import lines
from ledger.queries import timeline


@for_everyone
@require_GET
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    return page(request, "forums/rules.html", {"forum": forum, "shown": rules_page(forum)})


@for_everyone
@require_GET
def version(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    found = get_object_or_404(Rules.objects.select_related("forum"), forum__slug=slug, version=version)
    return page(request, "forums/rules_version.html", {"forum": found.forum, "shown": version_page(found)})


@require_http_methods(["GET", "POST"])
@limited("rules", times=10, seconds=3600)
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    require(may_propose_rules(viewer(request), forum))
    form = RulesForm(request.POST or None, standing=rules_in_force(forum))
    if request.method == "GET":
        return page(request, "forums/rules_change_form.html", {"forum": forum, "form": form})
    if not form.is_valid():
        return invalid(request, "forums/rules_change_form.html", {"forum": forum, "form": form})
    reason = form.cleaned_data["reason"]
    made = actions.propose_rules(actor=viewer(request), forum=forum, reason=reason, charter=form.charter)
    messages.success(request, _("Every member is told. The vote opens by itself."))
    return done(request, made.get_absolute_url())


@for_everyone
@require_GET
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    found = _change(slug, number)
    context = {
        "forum": found.forum,
        "change": found,
        "differences": change_lines(found),
        "lines": lines(found),
        "thread": thread_for(found),
        "timeline": timeline(key_of(found)),
    }
    return page(request, "forums/rules_change.html", context)


@require_POST
@limited("rules", times=10, seconds=3600)
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    found = actions.withdraw_rules(actor=viewer(request), change=_change(slug, number))
    return done(request, found.get_absolute_url())


def _change(slug: str, number: int) -> RuleChange:
    rows = RuleChange.objects.select_related("forum", "by", "ballot", "based_on", "became")
    return get_object_or_404(rows, forum__slug=slug, number=number)


def _loaded(request: HttpRequest, slug: str) -> Forum:
    return get_object_or_404(Forum.objects.visible_to(viewer(request)), slug=slug)
