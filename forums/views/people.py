"""Join, leave, who is in, who facilitates, who speaks for the forum."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.keyset import paginate
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms import FacilitatorForm, JoinForm, MandateForm
from forums.models import Forum, Mandate, Membership
from forums.policies import (
    may_appoint,
    may_give_mandate,
    may_join,
    may_leave,
    may_see_members,
    may_stop_waiting,
    may_wait,
)
from forums.queries.places import number_waiting, places_of
from forums.subjects import forum_url


@require_http_methods(["GET", "POST"])
@limited("join", times=30, seconds=3600)
def join(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    form = JoinForm(request.POST if request.method == "POST" else None, forum=forum)
    if request.method == "GET":
        return page(request, "forums/join.html", _joining(request, forum, form))
    if not form.is_valid():
        return invalid(request, "forums/join.html", _joining(request, forum, form))
    actions.join(actor=viewer(request), forum=forum, kind=form.cleaned_data["kind"])
    messages.success(request, _("You are in. You hear of what the forum does, and you vote on what it adopts."))
    return done(request, forum_url(forum.slug))


@require_POST
@limited("join", times=30, seconds=3600)
def wait(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    form = JoinForm(request.POST, forum=forum)
    if not form.is_valid():
        return invalid(request, "forums/join.html", _joining(request, forum, form))
    actions.wait_for_place(actor=viewer(request), forum=forum, kind=form.cleaned_data["kind"])
    messages.success(request, _("You are waiting. You are told as soon as you have a place."))
    return done(request, reverse("forums:join", args=[slug]))


@require_POST
@limited("join", times=30, seconds=3600)
def stop_waiting(request: HttpRequest, slug: str) -> HttpResponse:
    actions.stop_waiting(actor=viewer(request), forum=_loaded(request, slug))
    return done(request, reverse("forums:join", args=[slug]))


@require_http_methods(["GET", "POST"])
@limited("join", times=30, seconds=3600)
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    if request.method == "GET":
        return page(request, "forums/leave.html", {"forum": forum, "verdict": may_leave(viewer(request), forum)})
    actions.leave(actor=viewer(request), forum=forum)
    messages.success(request, _("You have left the forum. What you wrote stays."))
    return done(request, forum_url(forum.slug))


@for_everyone
@require_GET
def members(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    return page(request, "forums/members.html", _people(request, forum, FacilitatorForm()))


@require_POST
@limited("appoint", times=30, seconds=3600)
def facilitators(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    require(may_appoint(viewer(request), forum))
    form = FacilitatorForm(request.POST)
    if not form.is_valid():
        return invalid(request, "forums/members.html", _people(request, forum, form))
    actions.appoint_facilitator(actor=viewer(request), forum=forum, person=form.cleaned_data["email"])
    return done(request, reverse("forums:members", args=[slug]))


@require_POST
@limited("appoint", times=30, seconds=3600)
def facilitator_end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    forum = _loaded(request, slug)
    held = get_object_or_404(Membership.objects.facilitators().select_related("person"), forum=forum, pk=pk)
    actions.end_facilitator(actor=viewer(request), forum=forum, person=held.person)
    return done(request, reverse("forums:members", args=[slug]))


@require_http_methods(["GET", "POST"])
@limited("mandate", times=30, seconds=3600)
def mandate(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    require(may_give_mandate(viewer(request), forum))
    form = MandateForm(request.POST or None, forum=forum)
    if request.method == "GET":
        return page(request, "forums/mandate.html", {"forum": forum, "form": form})
    if not form.is_valid():
        return invalid(request, "forums/mandate.html", {"forum": forum, "form": form})
    actions.give_mandate(actor=viewer(request), forum=forum, **form.cleaned_data)
    return done(request, reverse("forums:members", args=[slug]))


@require_POST
@limited("mandate", times=30, seconds=3600)
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Mandate.objects.select_related("forum"), pk=pk)
    actions.recall_mandate(actor=viewer(request), mandate=found)
    return done(request, reverse("forums:members", args=[found.forum.slug]))


def _loaded(request: HttpRequest, slug: str) -> Forum:
    return get_object_or_404(Forum.objects.visible_to(viewer(request)), slug=slug)


def _joining(request: HttpRequest, forum: Forum, form: JoinForm) -> dict[str, Any]:
    """Whether there is a place, and if not, whether one can wait for it."""
    user = viewer(request)
    return {
        "forum": forum,
        "form": form,
        "verdict": may_join(user, forum),
        "waiting": may_wait(user, forum),
        "stopping": may_stop_waiting(user, forum),
        "places": places_of(forum),
        "queue": number_waiting(forum),
    }


def _people(request: HttpRequest, forum: Forum, form: FacilitatorForm) -> dict[str, Any]:
    """Counts and wards for everybody; names for those who may see them."""
    verdict = may_see_members(viewer(request), forum)
    names = Membership.objects.current().filter(forum=forum).by_name()
    mandates = forum.mandates.filter(recalled_at=None).select_related("person").order_by("-since", "id")
    return {
        "forum": forum,
        "form": form,
        "verdict": verdict,
        "page": paginate(names, ("name", "id"), after=request.GET.get("after", ""), size=100) if verdict else None,
        "facilitators": list(names.facilitators()),
        "mandates": list(mandates),
        "may_appoint": may_appoint(viewer(request), forum),
        "may_give_mandate": may_give_mandate(viewer(request), forum),
    }
