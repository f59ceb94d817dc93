"""The inbox, what is followed, and how to stop."""

from django.contrib.auth.decorators import login_required
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import subjects
from core.http import done, invalid, local_url, page
from core.limits import limited
from notifications import actions, queries
from notifications.forms import ChannelForm
from notifications.models import KeptMail, Notice, Preference


@login_required
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    found = queries.inbox(request.user, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {"page": found, "news": queries.news(request.user, found.rows), "new": queries.unread_count(request.user)}
    return page(request, "notifications/inbox.html", context)


@login_required
@require_POST
@limited("inbox", times=600, seconds=3600)
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one notice and go to what it is about."""
    notice = get_object_or_404(Notice, pk=pk, user=request.user)
    actions.mark_read(actor=request.user, notice=notice)
    told = queries.news(request.user, [notice])[0]
    return done(request, told.url or reverse("notifications:inbox"))


@login_required
@require_POST
@limited("inbox", times=600, seconds=3600)
def read_all(request: HttpRequest) -> HttpResponse:
    actions.mark_all_read(actor=request.user)
    return done(request, reverse("notifications:inbox"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("inbox.settings", times=60, seconds=3600)
def preferences(request: HttpRequest) -> HttpResponse:
    hears = "yes" if queries.wanting_mentions([request.user.pk]) else "no"
    initial = {"channel": queries.channel_of(request.user), "mentions": hears}
    form = ChannelForm(request.POST or None, initial=initial)
    if request.method != "POST":
        return page(request, "notifications/settings.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "notifications/settings.html", {"form": form})
    actions.set_channel(actor=request.user, **form.cleaned_data)
    return done(request, reverse("notifications:inbox"))


@csrf_exempt  # mail programs post here without a page of ours (RFC 8058); the token is the proof
@require_http_methods(["GET", "HEAD", "POST"])
@limited("inbox.stop", times=3000, seconds=3600)  # mail services post for many people from few addresses
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST stops all e-mail to the holder of the token, signed in or not."""
    preference = get_object_or_404(Preference, token=token)
    if request.method == "POST":
        actions.stop_mail(preference=preference)
    return page(request, "notifications/stop.html", {"stopped": request.method == "POST"})


@login_required
@require_GET
def following(request: HttpRequest) -> HttpResponse:
    return page(request, "notifications/following.html", {"followed": queries.followed(request.user)})


@login_required
@require_POST
@limited("follow", times=120, seconds=3600)
def follow(request: HttpRequest) -> HttpResponse:
    actions.follow(actor=request.user, subject=_subject(request))
    return done(request, local_url(request, reverse("notifications:following")))


@login_required
@require_POST
@limited("follow", times=120, seconds=3600)
def unfollow(request: HttpRequest) -> HttpResponse:
    actions.unfollow(actor=request.user, subject=_subject(request))
    return done(request, local_url(request, reverse("notifications:following")))


@require_GET
def kept_mail(request: HttpRequest) -> HttpResponse:
    """Every mail of the demo, newest first. Mounted in the demo and in tests only."""
    return page(request, "notifications/kept_mail.html", {"mails": KeptMail.objects.all()[:100]})


def _subject(request: HttpRequest) -> models.Model:
    """The record that a form names by kind and id, if this person may see it."""
    try:
        key = (request.POST["kind"], int(request.POST["id"]))
        model = subjects.model_of(key[0])
    except (KeyError, ValueError):
        raise Http404 from None
    if not subjects.visible(request.user, [key]):
        raise Http404
    return get_object_or_404(model._default_manager, pk=key[1])
