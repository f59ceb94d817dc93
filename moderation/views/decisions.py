"""What was decided, for everybody to read; the appeal against it, and where a second person answers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import describe
from core.ui.asking import viewer
from core.verdicts import no, require
from moderation import actions, hosts, queries
from moderation.forms import AnswerForm, AppealForm
from moderation.models import Appeal, Decision
from moderation.policies import may_appeal, may_decide_appeal, may_rephrase, may_see_statement
from moderation.views.loading import desk_of, loaded


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
    record, context = loaded(viewer(request), found.decision.subject_kind, found.decision.subject_id)
    verdict = hosts.may_moderate(viewer(request), record)
    require(may_decide_appeal(viewer(request), found, record, verdict))
    edited = found.decision.outcome == Decision.Outcome.EDIT
    form = AnswerForm(request.POST or None, edited=edited, names=hosts.host_of(record).outcomes)
    context |= {**desk_of(viewer(request), record), "form": form, **_appealed(found, record)}
    if request.method == "GET":
        return page(request, "moderation/answer.html", context)
    if not form.is_valid():
        return invalid(request, "moderation/answer.html", context)
    made = actions.decide_appeal(
        actor=viewer(request), appeal=found, subject=record, verdict=verdict, **form.cleaned_data
    )
    return done(request, reverse("moderation:decision", args=[made.pk]))


def _appealed(appeal: Appeal, record: Any) -> dict[str, Any]:
    """What the second person reads: the appeal, the words, and what they were before a moderator changed them."""
    words = hosts.host_of(record).words(record)
    step = appeal.decision.subject_kind == "moderation.measure"
    return {"appeal": appeal, "edit": queries.edit_of(appeal.decision), "words": words, "step": step}


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
    asked, context["edit"] = queries.rephrase_of(found), queries.edit_of(found)
    context["rephrase"] = asked
    context["verdict"] = may_appeal(user, found, record)
    if found.subject_kind == "moderation.measure" and not form.is_bound:
        context["form"] = AppealForm(step=True)
    context["may_rephrase"] = may_rephrase(user, asked, record) if asked else no("")
    return context
