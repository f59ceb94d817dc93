"""A forum rests and goes on; its members decide whether it ends."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import key_of
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms import EndingForm, PauseForm
from forums.models import Ending, Forum
from forums.policies import may_pause, may_propose_ending
from forums.subjects import forum_url
from ledger.queries import timeline


@require_http_methods(["GET", "POST"])
@limited("forum", times=20, seconds=3600)
def pause(request: HttpRequest, slug: str) -> HttpResponse:
    forum = get_object_or_404(Forum, slug=slug)
    require(may_pause(viewer(request), forum))
    form = PauseForm(request.POST or None)
    if request.method == "GET":
        return page(request, "forums/pause.html", {"forum": forum, "form": form})
    if not form.is_valid():
        return invalid(request, "forums/pause.html", {"forum": forum, "form": form})
    actions.pause_forum(actor=viewer(request), forum=forum, **form.cleaned_data)
    return done(request, forum_url(slug))


@require_POST
@limited("forum", times=20, seconds=3600)
def resume(request: HttpRequest, slug: str) -> HttpResponse:
    actions.resume_forum(actor=viewer(request), forum=get_object_or_404(Forum, slug=slug))
    return done(request, forum_url(slug))


@require_http_methods(["GET", "POST"])
@limited("rules", times=10, seconds=3600)
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    forum = get_object_or_404(Forum, slug=slug)
    require(may_propose_ending(viewer(request), forum))
    form = EndingForm(request.POST or None, forum=forum)
    if request.method == "GET":
        return page(request, "forums/ending_form.html", {"forum": forum, "form": form})
    if not form.is_valid():
        return invalid(request, "forums/ending_form.html", {"forum": forum, "form": form})
    made = actions.propose_ending(actor=viewer(request), forum=forum, **form.cleaned_data)
    messages.success(request, _("Every member is told. The vote opens by itself."))
    return done(request, made.get_absolute_url())


@for_everyone
@require_GET
def ending(request: HttpRequest, pk: int) -> HttpResponse:
    found = _loaded(pk)
    context = {"ending": found, "forum": found.forum, "timeline": timeline(key_of(found))}
    return page(request, "forums/ending.html", context)


@require_POST
@limited("forum", times=20, seconds=3600)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    found = actions.agree_merger(actor=viewer(request), ending=_loaded(pk))
    return done(request, found.get_absolute_url())


def _loaded(pk: int) -> Ending:
    return get_object_or_404(Ending.objects.select_related("forum", "into", "by", "ballot"), pk=pk)
