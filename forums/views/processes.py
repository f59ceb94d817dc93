"""Processes: the list, one of them with its phases, and how it is set up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import describe, key_of
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions import change_process, create_process, set_phase
from forums.forms import PhaseForm, ProcessFilterForm, ProcessForm, ProcessWordsForm
from forums.models import Forum, Phase, Process
from forums.policies import may_create_process, may_edit_process, may_promote_before_election
from forums.queries import groups, process_list_page, process_page
from ledger.queries import timeline
from notifications.queries import follows

PHASE = ("title", "happens", "starts_at", "ends_at", "call_label", "call_url")


@for_everyone
@require_GET
def processes(request: HttpRequest) -> HttpResponse:
    form = ProcessFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = process_list_page(
        group=wanted.get("group", ""),
        area_id=getattr(wanted.get("area"), "pk", None),
        forum_id=getattr(wanted.get("forum"), "pk", None),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {"page": found, "form": form, "groups": groups(), "filtered": any(wanted.values())}
    return page(request, "forums/processes.html", context)


@for_everyone
@require_GET
def process(request: HttpRequest, slug: str) -> HttpResponse:
    found = _process(request, slug)
    context = {
        "shown": process_page(found),
        "process": found,
        "timeline": timeline(key_of(found)),
        "follow_kind": "forums.process",
        "follow_id": found.pk,
        "following": follows(viewer(request), key_of(found)),
    }
    return page(request, "forums/process.html", context)


@require_http_methods(["GET", "POST"])
@limited("process", times=30, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    asked = request.POST.get("forum") or request.GET.get("forum")
    forum = get_object_or_404(Forum.objects.visible_to(viewer(request)), slug=asked) if asked else None
    require(may_create_process(viewer(request), forum))
    form = ProcessForm(request.POST if request.method == "POST" else None, initial={"forum": forum and forum.slug})
    if request.method == "GET":
        return page(request, "forums/process_form.html", {"form": form})
    if not (form.is_valid() and _is_sure(form, forum=form.cleaned_data["forum"])):
        return invalid(request, "forums/process_form.html", {"form": form})
    made = create_process(actor=viewer(request), **form.cleaned_data)
    return done(request, reverse("processes:process", args=[made.slug]))


@require_http_methods(["GET", "POST"])
@limited("process", times=30, seconds=3600)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    found = _process(request, slug)
    require(may_edit_process(viewer(request), found))
    form = ProcessWordsForm(request.POST if request.method == "POST" else None, initial=_words(found))
    context = {"process": found, "form": form}
    if request.method == "GET":
        return page(request, "forums/process_form.html", context)
    promotes = form.is_valid() and form.cleaned_data["promoted"] and not found.promoted
    if not form.is_valid() or (promotes and not _is_sure(form, forum=found.forum)):
        return invalid(request, "forums/process_form.html", context)
    change_process(actor=viewer(request), process=found, **form.cleaned_data)
    return done(request, reverse("processes:process", args=[slug]))


@require_http_methods(["GET", "POST"])
@limited("process", times=30, seconds=3600)
def new_phase(request: HttpRequest, slug: str) -> HttpResponse:
    return _phase(request, _process(request, slug), None)


@require_http_methods(["GET", "POST"])
@limited("process", times=30, seconds=3600)
def edit_phase(request: HttpRequest, pk: int) -> HttpResponse:
    phase = get_object_or_404(Phase.objects.select_related("process__forum"), pk=pk)
    return _phase(request, phase.process, phase)


def _phase(request: HttpRequest, process: Process, phase: Phase | None) -> HttpResponse:
    require(may_edit_process(viewer(request), process))
    stands = {name: getattr(phase, name) for name in PHASE} if phase else None
    form = PhaseForm(request.POST if request.method == "POST" else None, initial=stands)
    form.fields["starts_at"].disabled = phase is not None and phase.begun_at is not None
    context = {"process": process, "phase": phase, "form": form}
    if request.method == "GET":
        return page(request, "forums/phase_form.html", context)
    if not form.is_valid():
        return invalid(request, "forums/phase_form.html", context)
    set_phase(actor=viewer(request), process=process, phase=phase, **form.cleaned_data)
    return done(request, reverse("processes:process", args=[process.slug]))


def _is_sure(form: ProcessForm, *, forum: Forum | None) -> bool:
    """In the weeks before an election whoever begins or puts forward a process is warned, and asked again."""
    if form.cleaned_data["sure"]:
        return True
    verdict = may_promote_before_election(forum=forum, areas=[area.pk for area in form.cleaned_data["areas"]])
    if not verdict:
        form.add_error("sure", verdict.reason)
    return bool(verdict)


def _process(request: HttpRequest, slug: str) -> Process:
    return get_object_or_404(Process.objects.visible_to(viewer(request)).select_related("forum"), slug=slug)


def _words(process: Process) -> dict[str, Any]:
    """What stands, as the form asks for it."""
    names = ("title", "purpose", "involvement", "design_by", "decision_by", "evaluation_by", "group", "promoted")
    keys = list(process.related.order_by("id").values_list("kind", "item_id"))  # type: ignore[attr-defined]
    described = describe(keys)
    return {name: getattr(process, name) for name in names} | {
        "areas": list(process.areas.all()),  # type: ignore[attr-defined]
        "topics": ", ".join(process.topics),
        "related": "\n".join(described[key].url for key in keys if key in described),
    }
