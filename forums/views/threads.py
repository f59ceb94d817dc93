"""Conversations: the list of a forum, one conversation, begin one, close one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, is_part, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import describe
from core.text import number
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions import close_thread, mark_read, pin_thread, submit_thread
from forums.forms import ConclusionsForm, PlaceForm, ThreadForm
from forums.models import Forum, Post, Thread
from forums.policies import may_close_thread, may_mark_read, may_speak_before_election, may_start_thread
from forums.queries import thread_list_page, wanted_of
from forums.queries.reading import new_posts as since
from forums.queries.threads import thread_for_page, updates_of
from forums.talk import talk_of, talk_of_posts
from moderation import reading
from moderation.answers import arrived_at
from notifications.queries import follows


@for_everyone
@require_GET
def threads(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _forum(request, slug)
    found = thread_list_page(forum, request.GET.get("after", ""), request.GET.get("before", ""))
    return page(request, "forums/threads.html", {"forum": forum, "page": found})


@for_everyone
@require_GET
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    found = _thread(pk)
    if viewer(request).is_authenticated:
        reading.opened(viewer(request).pk, pk)
    try:
        talk = talk_of(viewer(request), found, wanted=wanted_of(request.GET))
    except Post.DoesNotExist as missing:
        raise Http404 from missing
    return page(request, "forums/thread.html", {"talk": talk, **_around(request, found)}, part="posts")


@require_GET
def new_posts(request: HttpRequest, pk: int) -> HttpResponse:
    """What was written after post `after`: below the list for who asked there, else a page."""
    found = _thread(pk)
    new = since(found, number(request.GET.get("after", "")))
    talk = talk_of_posts(viewer(request), found, new.posts)
    return page(
        request, "forums/thread_new_posts.html", {"talk": talk, "new": new, **_around(request, found)}, part="new"
    )


@require_POST
@limited("read", times=600, seconds=3600)
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader's place is kept; whoever leaves the page hears nothing of it."""
    found = _thread(pk)
    require(may_mark_read(viewer(request), found))
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return HttpResponse(gettext("Say up to which post."), status=422)
    position = mark_read(actor=viewer(request), thread=found, **form.cleaned_data)
    if is_part(request):
        return page(request, "forums/_place.html", {"position": position, "thread": found})
    return done(request, reverse("forums:thread", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("thread", times=10, seconds=3600)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _forum(request, slug)
    verdict = may_start_thread(viewer(request), forum)
    form = ThreadForm(request.POST or None, forum=forum)
    if request.method == "GET":
        return page(request, "forums/thread_new.html", {"forum": forum, "form": form, "verdict": verdict})
    require(verdict)
    warned = may_speak_before_election(viewer(request), forum)
    if form.is_valid() and not warned and not form.cleaned_data["sure"]:
        form.add_error("sure", warned.reason)
    if not form.is_valid():
        return invalid(request, "forums/thread_new.html", {"forum": forum, "form": form, "verdict": verdict})
    made = submit_thread(actor=viewer(request), forum=forum, **form.cleaned_data)
    return done(request, arrived_at(made, "forums:thread"))


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = _thread(pk)
    require(may_close_thread(viewer(request), found))
    form = ConclusionsForm(request.POST or None)
    context = {"thread": found, "forum": found.forum, "form": form}
    if request.method == "GET":
        return page(request, "forums/thread_close.html", context)
    if not form.is_valid():
        return invalid(request, "forums/thread_close.html", context)
    close_thread(actor=viewer(request), thread=found, conclusions=form.cleaned_data["conclusions"])
    return done(request, reverse("forums:thread", args=[pk]))


@require_POST
@limited("steer", times=60, seconds=3600)
def pin(request: HttpRequest, pk: int) -> HttpResponse:
    found = _thread(pk)
    pin_thread(actor=viewer(request), thread=found, pinned=not found.pinned)
    return done(request, reverse("forums:thread", args=[pk]))


def _forum(request: HttpRequest, slug: str) -> Forum:
    return get_object_or_404(Forum.objects.visible_to(viewer(request)), slug=slug)


def _thread(pk: int) -> Thread:
    """Every thread is public, so it is asked for by a prepared query; a hidden one shows the reason in place of its words."""
    found = thread_for_page(pk)
    if found is None:
        raise Http404
    return found


def _around(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """What the conversation is about, and whether this person follows it."""
    about = (thread.about_kind, thread.about_id) if thread.about_id else None
    return {
        "thread": thread,
        "forum": thread.forum,
        "updates": updates_of(thread),
        "about": describe([about]).get(about) if about else None,
        "follow_kind": "forums.thread",
        "follow_id": thread.pk,
        "following": follows(viewer(request), ("forums.thread", thread.pk)),
    }
