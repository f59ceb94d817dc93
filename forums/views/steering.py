"""Where facilitators slow a conversation or move what is off its subject; and what they did there, for everybody."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from core import now
from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions import move_posts, slow_thread, start_thread
from forums.forms.steering import MoveForm, PaceForm
from forums.models import Post, Thread
from forums.policies import may_move, may_slow
from forums.queries.steering import steered


@for_everyone
@require_GET
def log(request: HttpRequest, pk: int) -> HttpResponse:
    thread = get_object_or_404(Thread.objects.visible_to(viewer(request)).for_page(), pk=pk)
    return page(request, "forums/thread_log.html", {"thread": thread, "forum": thread.forum, "lines": steered(thread)})


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def pace(request: HttpRequest, pk: int) -> HttpResponse:
    thread = get_object_or_404(Thread.objects.visible_to(viewer(request)).for_page(), pk=pk)
    require(may_slow(viewer(request), thread))
    form = PaceForm(request.POST) if request.method == "POST" else PaceForm()
    context = {"thread": thread, "forum": thread.forum, "form": form}
    if request.method == "GET":
        return page(request, "forums/thread_pace.html", context)
    if not form.is_valid():
        return invalid(request, "forums/thread_pace.html", context)
    until = now() + timedelta(hours=form.cleaned_data["hours"])
    slow_thread(actor=viewer(request), thread=thread, minutes=form.cleaned_data["minutes"], until=until)
    return done(request, reverse("forums:thread", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Post.objects.visible_to(viewer(request)).select_related("thread__forum", "thread__activity", "author")
    post = get_object_or_404(rows, pk=pk)
    require(may_move(viewer(request), post))
    form = MoveForm(request.POST if request.method == "POST" else None, thread=post.thread)
    context = {"post": post, "thread": post.thread, "forum": post.thread.forum, "form": form}
    if request.method == "GET":
        return page(request, "forums/post_move.html", context)
    if not form.is_valid():
        return invalid(request, "forums/post_move.html", context)
    said, forum = form.cleaned_data, post.thread.forum
    to = said["to"] or start_thread(actor=viewer(request), forum=forum, title=said["title"])
    move_posts(actor=viewer(request), post=post, to=to, reason=said["reason"])
    return done(request, reverse("forums:post", args=[pk]))
