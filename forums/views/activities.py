"""What a forum runs: read its rules, start one, change one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ballots.queries import ballots_about
from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import key_of
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions import change_activity
from forums.actions.opening import opened
from forums.forms import ActivityForm
from forums.models import Activity, Forum
from forums.policies import may_change_activity, may_open_activity
from forums.queries.questions import question_page
from forums.queries.surveys import answer_of, results_of
from forums.states import ActivityKind
from ledger.queries import timeline

WORDS = ("kind", "title", "explanation", "opens_at", "closes_at", "threshold", "minimum_level", "months_open", "phase")


@for_everyone
@require_GET
def activity(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Activity.objects.with_needed().select_related("forum", "gathering"), pk=pk)
    context = {
        "activity": found,
        "forum": found.forum,
        "timeline": timeline(key_of(found)),
        **_of_its_kind(request, found),
    }
    return page(request, "forums/activity.html", context)


@require_http_methods(["GET", "POST"])
@limited("activity", times=30, seconds=3600)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    forum = get_object_or_404(Forum.objects.visible_to(viewer(request)), slug=slug)
    require(may_open_activity(viewer(request), forum))
    form = ActivityForm(request.POST or None, forum=forum)
    if request.method == "GET":
        return page(request, "forums/activity_form.html", {"forum": forum, "form": form})
    if not form.is_valid():
        return invalid(request, "forums/activity_form.html", {"forum": forum, "form": form})
    made = opened(actor=viewer(request), forum=forum, **form.cleaned_data)
    return done(request, reverse("forums:activity", args=[made.pk]))


@require_http_methods(["GET", "POST"])
@limited("activity", times=30, seconds=3600)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Activity.objects.select_related("forum"), pk=pk)
    require(may_change_activity(viewer(request), found))
    form = _form(request, found)
    context = {"forum": found.forum, "activity": found, "form": form}
    if request.method == "GET":
        return page(request, "forums/activity_form.html", context)
    if not form.is_valid():
        return invalid(request, "forums/activity_form.html", context)
    changes = {name: form.cleaned_data[name] for name in WORDS if name not in ("kind", "opens_at")}
    change_activity(actor=viewer(request), activity=found, **changes)
    return done(request, reverse("forums:activity", args=[pk]))


def _of_its_kind(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """What stands on the page of an activity of this kind."""
    if activity.kind == ActivityKind.QUESTIONS:
        show = request.GET.get("show", "asked")
        at = request.GET.get("after", ""), request.GET.get("before", "")
        return {"questions": question_page(viewer(request), activity, show, *at), "show": show}
    if activity.kind == ActivityKind.SURVEY:
        return {
            "survey_questions": activity.survey_questions.all(),
            "results": results_of(viewer(request), activity),
            "given": answer_of(viewer(request), activity),
        }
    if activity.kind == ActivityKind.BALLOT:
        return {"ballot": ballots_about(key_of(activity)).first()}
    return {}


def _form(request: HttpRequest, activity: Activity) -> ActivityForm:
    """The form with what stands; what can no longer change is shown and not read."""
    values: dict[str, Any] = {name: getattr(activity, name) for name in WORDS}
    form = ActivityForm(request.POST if request.method == "POST" else None, initial=values, forum=activity.forum)
    fixed = ["kind", "opens_at"] + (["threshold", "minimum_level", "months_open"] if activity.is_frozen else [])
    for name in fixed:
        form.fields[name].disabled = True
    return form
