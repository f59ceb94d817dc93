"""Shared issues: read them, open one, ask forums in, answer for one's own."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.keyset import paginate
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from proposals.actions import answer_part, ask_part, close_issue, open_issue
from proposals.forms import AnswerPartForm, CloseIssueForm, IssueForm, PartForm
from proposals.models import SharedIssue, SharedIssuePart
from proposals.policies import may_answer_part, may_ask_part, may_close_issue, may_open_issue
from proposals.queries.issues import PROPOSAL, IssuePage, issue_page, issue_rows
from proposals.views.loading import proposal_or_404


@for_everyone
@require_GET
def issues(request: HttpRequest) -> HttpResponse:
    closed = request.GET.get("state") == "closed"
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = paginate(issue_rows(closed=closed), ("-opened_at", "-id"), after=after, before=before)
    return page(request, "proposals/issues.html", {"page": found, "closed": closed})


@for_everyone
@require_GET
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(SharedIssue, pk=pk)
    shown = issue_page(found, viewer(request))
    context = {"issue": found, "shown": shown, "request_url": _request_url(found, shown)}
    return page(request, "proposals/issue.html", context)


@require_http_methods(["GET", "POST"])
@limited("proposals.issue", times=30, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    """Begun from a proposal, beside which those of other forums stand."""
    require(may_open_issue(viewer(request)))
    found = proposal_or_404(request.GET.get("from", "")[:40])
    form = IssueForm(request.POST or None, proposal=found, initial={"title": found.title[:120]})
    context = {"form": form, "proposal": found}
    if request.method == "GET":
        return page(request, "proposals/issue_new.html", context)
    if not form.is_valid():
        return invalid(request, "proposals/issue_new.html", context)
    others = form.cleaned_data.pop("others")
    keys = [(PROPOSAL, one.pk) for one in (found, *others)]
    made = open_issue(actor=request.user, keys=keys, **form.cleaned_data)
    return _to(request, made.pk)


@require_http_methods(["GET", "POST"])
@limited("proposals.issue", times=30, seconds=3600)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(SharedIssue, pk=pk)
    require(may_ask_part(viewer(request), found))
    form = PartForm(request.POST or None)
    if request.method == "GET":
        return page(request, "proposals/issue_part.html", {"issue": found, "form": form})
    if not form.is_valid():
        return invalid(request, "proposals/issue_part.html", {"issue": found, "form": form})
    ask_part(actor=request.user, issue=found, key=form.cleaned_data["address"])
    return _to(request, found.pk)


@require_http_methods(["GET", "POST"])
@limited("proposals.issue", times=30, seconds=3600)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    part = get_object_or_404(SharedIssuePart.objects.select_related("issue", "forum"), pk=pk)
    require(may_answer_part(viewer(request), part))
    form = AnswerPartForm(request.POST or None)
    if request.method == "GET":
        return page(request, "proposals/issue_answer.html", {"part": part, "issue": part.issue, "form": form})
    if not form.is_valid():
        return invalid(request, "proposals/issue_answer.html", {"part": part, "issue": part.issue, "form": form})
    answered = form.cleaned_data
    answer_part(actor=request.user, part=part, joins=answered["answer"] == "in", words=answered["words"])
    return _to(request, part.issue_id)


@require_http_methods(["GET", "POST"])
@limited("proposals.issue", times=30, seconds=3600)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(SharedIssue, pk=pk)
    require(may_close_issue(viewer(request), found))
    form = CloseIssueForm(request.POST or None)
    if request.method == "GET":
        return page(request, "proposals/issue_close.html", {"issue": found, "form": form})
    if not form.is_valid():
        return invalid(request, "proposals/issue_close.html", {"issue": found, "form": form})
    close_issue(actor=request.user, issue=found, reason=form.cleaned_data["reason"])
    return _to(request, found.pk)


def _request_url(found: SharedIssue, shown: IssuePage) -> str:
    """Where anybody asks for a forum on this for the whole city: what is known is filled in for them."""
    words: list[tuple[str, Any]] = [("issue", found.pk), ("title", found.title), ("purpose", found.summary[:2_000])]
    words += [("areas", area.slug) for area in shown.areas]
    return f"{reverse('forums:new_request')}?{urlencode(words)}"


def _to(request: HttpRequest, pk: int) -> HttpResponse:
    return done(request, reverse("issues:issue", args=[pk]))
