"""Summaries: read one, write one point by point, put it before the members, agree or object."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page, with_query
from core.limits import limited
from core.pagecache import for_everyone
from core.text import number
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms.summaries import AnswerForm, PointForm
from forums.models import Point, Summary, Thread
from forums.policies import may_answer_point, may_open_summary, may_summarise, may_write_summary
from forums.queries.summaries import draft_of, help_for, labels_of, posts_to_cite, public_summaries, shown


@for_everyone
@require_GET
def summary(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest that is public, or the version asked for."""
    thread = thread_at(request, pk)
    versions = public_summaries(thread)
    wanted = number(request.GET.get("version"))
    found = next((one for one in versions if one.version == wanted), None) if wanted else next(iter(versions), None)
    user = viewer(request)
    context = {
        "thread": thread,
        "forum": thread.forum,
        "versions": versions,
        "shown": shown(found, user) if found is not None else None,
        "writes": may_summarise(user, thread),
        "answers": _answers(user, thread, found),
    }
    return page(request, "forums/summary.html", context)


@require_http_methods(["GET", "POST"])
@limited("summarise", times=200, seconds=3600)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft, and a form for one more point."""
    thread = thread_at(request, pk)
    require(may_summarise(viewer(request), thread))
    form = PointForm(request.POST or None, thread=thread)
    if request.method == "POST" and form.is_valid():
        actions.write_point(actor=viewer(request), thread=thread, **form.cleaned_data)
        return done(request, reverse("forums:edit_summary", args=[pk]))
    draft = draft_of(thread)
    context = _writing(request, thread, form) | {
        "shown": shown(draft) if draft is not None else None,
        "opens": may_open_summary(viewer(request), draft) if draft is not None else None,
        "versions": public_summaries(thread),
    }
    respond = page if request.method == "GET" else invalid
    return respond(request, "forums/summary_edit.html", context)


@require_POST
@limited("summarise", times=200, seconds=3600)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version begins, as a copy of the last."""
    actions.begin_summary(actor=viewer(request), thread=thread_at(request, pk))
    return done(request, reverse("forums:edit_summary", args=[pk]))


@require_POST
@limited("summarise", times=200, seconds=3600)
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Summary.objects.select_related("thread__forum"), pk=pk)
    actions.open_summary(actor=viewer(request), summary=found)
    messages.success(request, _("The summary is before the members, who have been told."))
    return done(request, reverse("forums:summary", args=[found.thread_id]))


@require_http_methods(["GET", "POST"])
@limited("summarise", times=200, seconds=3600)
def edit_point(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    point = _point(pk, place)
    thread = point.summary.thread
    require(may_write_summary(viewer(request), point.summary))
    cited = [citation.post for citation in point.citations.select_related("post__author").order_by("number")]
    begun = {"text": point.text, "posts": [post.pk for post in cited]}
    form = PointForm(request.POST or None, thread=thread, initial=begun)
    if request.method == "POST" and form.is_valid():
        actions.change_point(actor=viewer(request), point=point, **form.cleaned_data)
        return done(request, reverse("forums:edit_summary", args=[thread.pk]))
    context = _writing(request, thread, form) | {"point": point, "cited": cited}
    respond = page if request.method == "GET" else invalid
    return respond(request, "forums/point_edit.html", context)


@require_POST
@limited("summarise", times=200, seconds=3600)
def remove_point(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    point = _point(pk, place)
    actions.remove_point(actor=viewer(request), point=point)
    return done(request, reverse("forums:edit_summary", args=[point.summary.thread_id]))


@require_http_methods(["GET", "POST"])
@limited("answer_point", times=120, seconds=3600)
def point(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Where a member agrees or objects."""
    found, user = _point(pk, place), viewer(request)
    context = _answering(request, found)
    if request.method == "GET":
        return page(request, "forums/point.html", context)
    require(context["verdict"])
    form = context["form"]
    if not form.is_valid():
        return invalid(request, "forums/point.html", context)
    said = form.cleaned_data
    agrees = said["answer"] == "agree"
    actions.answer_point(actor=user, point=found, agrees=agrees, reason=said["reason"], shown=said["shown"])
    if context["after"] is not None:
        return done(request, reverse("forums:point", args=[pk, context["after"]]))
    messages.success(request, _("Thank you. You can change your answers until the last day."))
    return done(request, reverse("forums:summary", args=[found.summary.thread_id]))


def _answering(request: HttpRequest, found: Point) -> dict[str, Any]:
    """The point, the answer it has of this user, and which one comes after it."""
    inside, thread = shown(found.summary, viewer(request)), found.summary.thread
    here = next(one for one in inside.points if one.point.pk == found.pk)
    mine = here.mine
    begun = (
        {"answer": "agree" if mine.agrees else "object", "reason": mine.reason, "shown": mine.shown} if mine else None
    )
    return {
        "thread": thread,
        "forum": thread.forum,
        "summary": found.summary,
        "shown": here,
        "form": AnswerForm(request.POST or None, initial=begun),
        "verdict": may_answer_point(viewer(request), found),
        "after": _next(inside.points, found),
    }


def thread_at(request: HttpRequest, pk: int) -> Thread:
    return get_object_or_404(Thread.objects.visible_to(viewer(request)).select_related("forum"), pk=pk)


def choices(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """Posts to tick: those asked for by words or by label."""
    words, label = request.GET.get("q", "").strip()[:100], request.GET.get("label", "")[:60]
    found = posts_to_cite(thread, words, label)
    return {"thread": thread, "forum": thread.forum, "q": words, "label": label, "found": found}


def _writing(request: HttpRequest, thread: Thread, form: PointForm) -> dict[str, Any]:
    bound = request.POST.getlist("posts") if form.is_bound else [str(pk) for pk in form.initial.get("posts", [])]
    return choices(request, thread) | {
        "form": form,
        "ticked": set(bound),
        "help": help_for(thread),
        "labels": labels_of(thread),
    }


def _answers(user: Any, thread: Thread, found: Summary | None) -> Any:
    """What the policy says of this user's answers: the same for every point of one summary."""
    if found is None or not found.is_open:
        return None
    found.thread = thread
    return may_answer_point(user, Point(summary=found))


def _next(points: list[Any], here: Point) -> int | None:
    """The next point without an answer of theirs."""
    later = [one.point.number for one in points if one.mine is None and one.point.number > here.number]
    return min(later, default=None)


def _point(pk: int, place: int) -> Point:
    rows = Point.objects.select_related("summary__thread__forum")
    return get_object_or_404(rows, summary=pk, number=place)


def at_version(summary: Summary) -> str:
    return with_query(reverse("forums:summary", args=[summary.thread_id]), version=summary.version)
