"""Report something, decide on it, appeal, decide again; and the public figures. One set of pages for every kind of thing."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import now
from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import describe, key_of
from core.ui.asking import viewer
from core.verdicts import require
from moderation import actions, hosts, queries
from moderation.forms import AnswerForm, AppealForm, DecideForm, FlagForm
from moderation.models import Appeal, Decision
from moderation.policies import may_appeal, may_decide, may_decide_appeal, may_flag, may_see_statement

YEAR = timedelta(days=365)


@require_http_methods(["GET", "POST"])
@limited("flag", times=20, seconds=3600)
def flag(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    user = viewer(request)
    record, context = _loaded(user, kind, pk)
    context |= {"verdict": may_flag(user, record), "form": FlagForm(request.POST or None)}
    if request.method == "GET":
        return page(request, "moderation/flag.html", context)
    require(context["verdict"])
    form = context["form"]
    if not form.is_valid():
        return invalid(request, "moderation/flag.html", context)
    actions.flag(actor=user, subject=record, host_key=hosts.host_of(record).key(record), **form.cleaned_data)
    messages.success(
        request, _("Thank you. The moderators decide within three working days, and you will hear from them.")
    )
    return done(request, context["subject"].url)


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def content(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Where moderators look at one thing and decide."""
    user = viewer(request)
    record, context = _loaded(user, kind, pk)
    verdict = hosts.may_moderate(user, record)
    require(may_decide(user, record, verdict))
    form = DecideForm(request.POST or None, hidden=record.is_hidden)
    context |= {
        "form": form,
        "reports": queries.reports_on(key_of(record)),
        "words": hosts.host_of(record).words(record),
    }
    context["past"] = queries.decisions_on(key_of(record))
    if request.method == "GET":
        return page(request, "moderation/content.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/content.html", context)
    key = hosts.host_of(record).key(record)
    made = actions.decide(actor=user, subject=record, host_key=key, verdict=verdict, **form.cleaned_data)
    return done(request, reverse("moderation:decision", args=[made.pk]))


@for_everyone
@require_GET
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, "moderation/decision.html", _decision(viewer(request), pk, AppealForm()))


@require_POST
@limited("appeal", times=10, seconds=3600)
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    form = AppealForm(request.POST)
    context = _decision(viewer(request), pk, form)
    if context["record"] is None:
        raise Http404
    require(context["verdict"])
    if not form.is_valid():
        return invalid(request, "moderation/decision.html", context)
    text = form.cleaned_data["text"]
    actions.appeal(actor=viewer(request), decision=context["decision"], subject=context["record"], text=text)
    messages.success(request, _("Your appeal is with the moderators. Somebody else than the first decides."))
    return done(request, reverse("moderation:decision", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("moderate", times=200, seconds=3600)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a second person looks at an appeal and decides."""
    found = get_object_or_404(Appeal.objects.select_related("decision__reason"), pk=pk)
    record, context = _loaded(viewer(request), found.decision.subject_kind, found.decision.subject_id)
    verdict = hosts.may_moderate(viewer(request), record)
    require(may_decide_appeal(viewer(request), found, record, verdict))
    form = AnswerForm(request.POST or None)
    context |= {"form": form, "appeal": found, "words": hosts.host_of(record).words(record)}
    if request.method == "GET":
        return page(request, "moderation/answer.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/answer.html", context)
    made = actions.decide_appeal(
        actor=viewer(request), appeal=found, subject=record, verdict=verdict, **form.cleaned_data
    )
    return done(request, reverse("moderation:decision", args=[made.pk]))


@for_everyone
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    found = queries.figures(now() - YEAR)
    return page(request, "moderation/figures.html", {"figures": found, "reasons": queries.active_reasons()})


def _loaded(user: Any, kind: str, pk: int) -> tuple[Any, dict[str, Any]]:
    """The record, and how it is named; 404 for what this user may not see or what nobody moderates."""
    record = hosts.record_for(user, kind, pk)
    if record is None:
        raise Http404
    return record, {"subject": describe([(kind, pk)])[kind, pk], "record": record, "kind": kind}


def _decision(user: Any, pk: int, form: AppealForm) -> dict[str, Any]:
    found = get_object_or_404(Decision.objects.select_related("reason"), pk=pk)
    key = (found.subject_kind, found.subject_id)
    record = hosts.record_of(*key)
    context = {"decision": found, "record": record, "subject": describe([key]).get(key), "form": form}
    context["appeals"] = list(Appeal.objects.filter(decision=found).select_related("answer"))
    context["answers"] = list(Appeal.objects.filter(answer=found).select_related("decision"))
    if record is None:
        return context
    verdict = hosts.may_moderate(user, record)
    context["statement_shown"] = may_see_statement(user, found, record, verdict)
    if context["statement_shown"]:
        context["words"] = hosts.host_of(record).words(record)
    context["moderates"] = bool(verdict)
    context["verdict"] = may_appeal(user, found, record)
    return context
