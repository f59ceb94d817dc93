"""Write, preview, publish; edit and withdraw what is published."""

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
from core.text import number
from core.ui.asking import viewer
from core.verdicts import require
from forums.models import Activity
from forums.states import ActivityKind
from moderation.answers import arrived_at
from moderation.models import Held
from proposals.actions import discard_draft, save_draft, submit_edit, submit_proposal, withdraw_proposal
from proposals.forms import EditForm, ProposalForm, WithdrawForm
from proposals.models import Proposal
from proposals.policies import may_edit, may_propose, may_withdraw
from proposals.queries import draft_of, raised_elsewhere, similar as find_similar
from proposals.states import State
from proposals.views.loading import proposal_or_404

WORDS = ("title", "body", "assets", "type", "topic")


@require_http_methods(["GET", "POST"])
@limited("proposals.draft", times=120, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    """Where to propose, then the form. A draft already begun is taken up again."""
    asked = request.GET.get("activity", "")
    if not asked:
        return page(request, "proposals/where.html", {"activities": _open_activities()})
    rows = Activity.objects.select_related("forum").filter(kind=ActivityKind.PROPOSALS)
    activity = get_object_or_404(rows, pk=number(asked))
    draft = draft_of(viewer(request), activity)
    if request.method == "GET" and draft is not None:
        return done(request, reverse("proposals:draft", args=[draft.pk]))
    return _write(request, activity, draft)


@require_http_methods(["GET", "POST"])
@limited("proposals.draft", times=120, seconds=3600)
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    found = _draft_or_404(request, pk)
    return _write(request, found.activity, found)


@require_GET
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposal as others would see it, with up to three like it to support instead."""
    found = _draft_or_404(request, pk)
    form = _form_of(found)
    context = {
        "proposal": found,
        "form": form,
        "ready": form.is_valid(),
        "similar": find_similar(found.title, exclude_id=found.pk),
        "raising": raised_elsewhere(found.title, forum_id=found.forum_id, language=found.language),
    }
    return page(request, "proposals/preview.html", context)


@require_POST
@limited("proposals.publish", times=10, seconds=86400)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    found = _draft_or_404(request, pk)
    form = _form_of(found)
    if not form.is_valid():
        return invalid(request, "proposals/write.html", {"form": form, "activity": found.activity, "draft": found})
    published = submit_proposal(actor=request.user, proposal=found)
    if isinstance(published, Held):
        return done(request, arrived_at(published, ""))
    messages.success(
        request, _("Your proposal is published. Its reference is %(reference)s.") % {"reference": published.reference}
    )
    return done(request, reverse("proposals:proposal", args=[published.reference]))


@require_POST
@limited("proposals.draft", times=120, seconds=3600)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    found = _draft_or_404(request, pk)
    discard_draft(actor=request.user, proposal=found)
    messages.success(request, _("Your draft is gone."))
    return done(request, reverse("proposals:list"))


@require_http_methods(["GET", "POST"])
@limited("proposals.edit", times=30, seconds=3600)
def edit(request: HttpRequest, reference: str) -> HttpResponse:
    found = proposal_or_404(reference)
    require(may_edit(viewer(request), found))
    words = {name: getattr(found, name) for name in ("title", "body", "assets")}
    form = EditForm(request.POST) if request.method == "POST" else EditForm(initial=words)
    if request.method == "GET":
        return page(request, "proposals/edit.html", {"proposal": found, "form": form})
    if not form.is_valid():
        return invalid(request, "proposals/edit.html", {"proposal": found, "form": form})
    submit_edit(actor=request.user, proposal=found, **form.cleaned_data)
    return done(request, reverse("proposals:proposal", args=[found.reference]))


@require_http_methods(["GET", "POST"])
@limited("proposals.withdraw", times=10, seconds=3600)
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    found = proposal_or_404(reference)
    require(may_withdraw(viewer(request), found))
    form = WithdrawForm(request.POST or None)
    if request.method == "GET":
        return page(request, "proposals/withdraw.html", {"proposal": found, "form": form})
    if not form.is_valid():
        return invalid(request, "proposals/withdraw.html", {"proposal": found, "form": form})
    withdraw_proposal(actor=request.user, proposal=found, reason=form.cleaned_data["reason"])
    return done(request, reverse("proposals:proposal", args=[found.reference]))


def _write(request: HttpRequest, activity: Activity, found: Proposal | None) -> HttpResponse:
    """The form; then the preview, or the same form with the draft kept."""
    verdict = may_propose(viewer(request), activity)
    context: dict[str, Any] = {"activity": activity, "draft": found, "verdict": verdict}
    if request.method == "GET":
        form = ProposalForm(initial=_words_of(found), activity=activity) if verdict else None
        return page(request, "proposals/write.html", context | {"form": form})
    require(verdict)
    keep = request.POST.get("then") == "keep"
    form = ProposalForm(request.POST, activity=activity, strict=not keep)
    if not form.is_valid():
        return invalid(request, "proposals/write.html", context | {"form": form})
    saved = save_draft(actor=request.user, activity=activity, **form.words())
    if keep:
        messages.success(request, _("Your draft is kept. Only you can see it; come back whenever you like."))
    return done(request, reverse("proposals:draft" if keep else "proposals:preview", args=[saved.pk]))


def _words_of(found: Proposal | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {name: getattr(found, name) for name in WORDS} | {"area": found.area.slug if found.area else ""}


def _form_of(found: Proposal) -> ProposalForm:
    """The draft, held against the lengths that a published proposal needs."""
    return ProposalForm(_words_of(found), activity=found.activity)


def _draft_or_404(request: HttpRequest, pk: int) -> Proposal:
    user = viewer(request)
    rows = Proposal.objects.select_related("activity__forum", "forum", "area").defer("area__boundary")
    found = rows.visible_to(user).filter(pk=pk, state=State.DRAFT).first()
    if found is None:
        raise Http404
    return found


def _open_activities() -> Any:
    open_now = Activity.objects.open(now()).filter(kind=ActivityKind.PROPOSALS, forum__state="active")
    return open_now.with_needed().select_related("forum").order_by("forum__sort_key", "opens_at", "id")
