"""Posts: the permanent address, reply, vote, put right, delete, pin."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.diffs import words
from core.http import done, invalid, is_part, local_url, page
from core.limits import limited
from core.pagecache import for_everyone
from core.text import number
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.footers import drawn_votes
from forums.forms import PostForm, ReplyForm, VoteForm
from forums.models import Post, Thread
from forums.policies import (
    may_delete_post,
    may_edit_post,
    may_pin,
    may_reply,
    may_speak_before_election,
    may_vote_on_post,
)
from forums.protection import protection_of, unmixed
from forums.queries.context import post_for_page
from forums.queries.measures import measure
from forums.quoting import quote_of
from forums.talk import talk_around
from moderation.answers import arrived_at


@for_everyone
@require_GET
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """The post where it stands, whatever order the conversation is read in."""
    found = post_for_page(pk)
    if found is None:
        raise Http404
    talk, around = talk_around(viewer(request), found)
    context = {"post": found, "thread": found.thread, "forum": found.thread.forum, "talk": talk, "around": around}
    return page(request, "forums/post.html", context)


@require_http_methods(["GET", "POST"])
@limited("post", times=60, seconds=3600)
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    thread = get_object_or_404(Thread.objects.visible_to(viewer(request)).for_page(), pk=pk)
    verdict = may_reply(viewer(request), thread)
    parent = _parent(thread, request.POST.get("parent") or request.GET.get("parent"))
    quoted = quote_of(parent) if parent and "quote" in request.GET else ""
    initial = {"parent": parent.pk if parent else None, "body": quoted}
    form = ReplyForm(request.POST or None, initial=initial, thread=thread)
    protection = protection_of(viewer(request), thread.forum) if verdict else None
    context = {"thread": thread, "forum": thread.forum, "parent": parent, "form": form, "verdict": verdict} | {
        "protection": protection
    }
    if request.method == "GET":
        return page(request, "forums/reply.html", context)
    require(verdict)
    if not (form.is_valid() and _is_sure(request, thread, form)):
        return invalid(request, "forums/reply.html", context)
    made = actions.submit_reply(actor=viewer(request), thread=thread, parent=parent, said=_said(form))
    return done(request, arrived_at(made, "forums:post"))


@require_POST
@limited("vote", times=300, seconds=3600)
def vote(request: HttpRequest, pk: int) -> HttpResponse:
    """The two buttons as they stand now; without scripts, back to the page on which they were pressed."""
    found = _post(request, pk)
    require(may_vote_on_post(viewer(request), found))
    form = VoteForm(request.POST)
    if not form.is_valid():
        return HttpResponse(_("Say whether it is useful or not."), status=422)
    value = form.cleaned_data["value"]
    actions.vote_on_post(actor=viewer(request), post=found, value=value)
    if is_part(request):
        return HttpResponse(drawn_votes(found, value, get_language() or "", may=True))
    return redirect(f"{local_url(request, reverse('forums:post', args=[pk]))}#post-{pk}")


@require_http_methods(["GET", "POST"])
@limited("post", times=60, seconds=3600)
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    found = _post(request, pk)
    require(may_delete_post(viewer(request), found))
    if request.method == "GET":
        context = {"post": found, "thread": found.thread, "forum": found.thread.forum}
        return page(request, "forums/post_delete.html", context)
    actions.delete_post(actor=viewer(request), post=found)
    return done(request, reverse("forums:post", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("post", times=60, seconds=3600)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = _post(request, pk)
    require(may_edit_post(viewer(request), found))
    form = PostForm(request.POST or None, initial={"body": found.body}, thread=found.thread)
    context = {"post": found, "thread": found.thread, "forum": found.thread.forum, "form": form}
    context["minutes"] = measure("edit_minutes")
    if request.method == "GET":
        return page(request, "forums/post_edit.html", context)
    if not form.is_valid():
        return invalid(request, "forums/post_edit.html", context)
    actions.submit_edit(actor=viewer(request), post=found, body=form.cleaned_data["body"])
    return done(request, reverse("forums:post", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def pin(request: HttpRequest, pk: int) -> HttpResponse:
    found = _post(request, pk)
    require(may_pin(viewer(request), found.thread))
    if request.method == "GET":
        context = {"post": found, "thread": found.thread, "forum": found.thread.forum}
        return page(request, "forums/post_pin.html", context)
    actions.pin_post(actor=viewer(request), post=found, pinned=not found.pinned)
    return done(request, reverse("forums:post", args=[pk]))


@require_GET
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """What the post said before it was put right; not while it is hidden."""
    found = _post(request, pk)
    texts = (
        [*found.versions.order_by("version").values_list("version", "body", "at")]
        if found.has_words and not found.edited_because
        else []
    )
    bodies = [body for _version, body, _at in texts] + [found.body]
    changes: list[dict[str, Any]] = [
        {"version": version + 1, "at": at, "pieces": list(words(body, bodies[number + 1]))}
        for number, (version, body, at) in enumerate(texts)
    ]
    context = {"post": found, "thread": found.thread, "forum": found.thread.forum, "changes": changes}
    return page(request, "forums/post_versions.html", context)


def _post(request: HttpRequest, pk: int) -> Post:
    rows = Post.objects.visible_to(viewer(request)).select_related("thread__forum", "thread__activity", "author")
    return get_object_or_404(rows, pk=pk)


def _said(form: ReplyForm) -> dict[str, Any]:
    """What the act takes: everything but the post that is answered, which was looked up."""
    return {name: value for name, value in form.cleaned_data.items() if name != "parent"}


def _is_sure(request: HttpRequest, thread: Thread, form: ReplyForm) -> bool:
    """Whoever is about to be heard by name and under protection side by side is warned, and asked again.

    So is a councillor in the weeks before an election.
    """
    if form.cleaned_data["sure"]:
        return True
    mixing = unmixed(viewer(request), thread, protected=form.cleaned_data["protected"])
    warnings = [one for one in (mixing, may_speak_before_election(viewer(request), thread.forum)) if not one]
    for verdict in warnings:
        form.add_error("sure", verdict.reason)
    return not warnings


def _parent(thread: Thread, asked: str | None) -> Post | None:
    """The post that is answered, if one is; 404 for one that does not stand here, so that no answer lands in the wrong place."""
    if not asked:
        return None
    return get_object_or_404(Post.objects.select_related("author"), thread=thread, pk=number(asked))
