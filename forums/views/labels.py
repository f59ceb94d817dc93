"""Tags and groups of a conversation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.text import one_line
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms.summaries import LabelForm
from forums.models import PostLabel
from forums.policies import may_group_posts
from forums.queries.summaries import labels_of
from forums.views.summaries import choices, thread_at


@for_everyone
@require_GET
def groups(request: HttpRequest, pk: int) -> HttpResponse:
    thread = thread_at(request, pk)
    context = {"thread": thread, "forum": thread.forum, "labels": labels_of(thread)}
    return page(request, "forums/groups.html", context | {"verdict": may_group_posts(viewer(request), thread)})


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    thread, user = thread_at(request, pk), viewer(request)
    require(may_group_posts(user, thread))
    form = LabelForm(request.POST or None, thread=thread, initial={"name": request.GET.get("label", "")})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if said.pop("remove"):
            names = {"sort": said["sort"], "name": one_line(said["name"])}
            label = get_object_or_404(PostLabel.objects.select_related("thread__forum"), thread=thread, **names)
            actions.unlabel_posts(actor=user, label=label, posts=said["posts"])
        else:
            actions.label_posts(actor=user, thread=thread, **said)
        return done(request, reverse("forums:groups", args=[pk]))
    context = choices(request, thread) | {"form": form, "labels": labels_of(thread)}
    context["ticked"] = set(request.POST.getlist("posts"))
    respond = page if request.method == "GET" else invalid
    return respond(request, "forums/groups_edit.html", context)
