"""The list of forums, and how one is set up, changed and paused."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions import change_forum, create_forum, move_forum
from forums.forms import FilterForm, ForumForm, ForumWordsForm, StateForm
from forums.models import Forum
from forums.policies import may_change, may_create
from forums.queries import forum_page
from forums.states import ForumState
from forums.subjects import forum_url


@for_everyone
@require_GET
def forums(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    area = wanted.get("area")
    found = forum_page(
        kind=wanted.get("kind", ""),
        area_id=area.pk if area else None,
        words=wanted.get("q", ""),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    return page(request, "forums/forums.html", {"page": found, "form": form, "filtered": any(wanted.values())})


@require_http_methods(["GET", "POST"])
@limited("forum", times=20, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    require(may_create(viewer(request)))
    form = ForumForm(request.POST or None)
    if request.method == "GET":
        return page(request, "forums/new.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "forums/new.html", {"form": form})
    forum = create_forum(actor=viewer(request), **form.cleaned_data)
    messages.success(request, _("The forum stands. Appoint a facilitator next."))
    return done(request, forum_url(forum.slug))


@require_http_methods(["GET", "POST"])
@limited("forum", times=20, seconds=3600)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    require(may_change(viewer(request), forum))
    form = ForumWordsForm(request.POST or None, initial=_words(forum) if request.method == "GET" else None)
    if request.method == "GET":
        return page(request, "forums/edit.html", {"form": form, "forum": forum, "moves": _moves(forum)})
    if not form.is_valid():
        return invalid(request, "forums/edit.html", {"form": form, "forum": forum, "moves": _moves(forum)})
    change_forum(actor=viewer(request), forum=forum, **form.cleaned_data)
    return done(request, forum_url(forum.slug))


@require_POST
@limited("forum", times=20, seconds=3600)
def state(request: HttpRequest, slug: str) -> HttpResponse:
    forum = _loaded(request, slug)
    require(may_change(viewer(request), forum))
    form = StateForm(request.POST)
    if not form.is_valid():
        words = ForumWordsForm(initial=_words(forum))
        return invalid(request, "forums/edit.html", {"form": words, "forum": forum, "moves": _moves(forum)})
    move_forum(actor=viewer(request), forum=forum, to=form.cleaned_data["state"])
    return done(request, forum_url(forum.slug))


def _loaded(request: HttpRequest, slug: str) -> Forum:
    return get_object_or_404(Forum.objects.visible_to(viewer(request)), slug=slug)


def _words(forum: Forum) -> dict[str, Any]:
    return {
        "title": forum.title,
        "purpose": forum.purpose,
        "areas": list(forum.areas.values_list("pk", flat=True)),
        "topics": ", ".join(forum.topics),
    }


def _moves(forum: Forum) -> list[tuple[str, str]]:
    words = {
        ForumState.CLOSED: _("Close it for good"),
    }
    return [(to, label) for to, label in words.items() if forum.can_move(to)]
