"""Lead a debate: say when it takes posts, and add an update to its opening."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions import add_update, set_period
from forums.forms import PeriodForm, UpdateForm
from forums.models import Thread
from forums.policies import may_set_period, may_update_thread


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def period(request: HttpRequest, pk: int) -> HttpResponse:
    found = _thread(request, pk)
    require(may_set_period(viewer(request), found))
    stands = {"opens_at": found.opens_at, "closes_at": found.closes_at}
    form = PeriodForm(request.POST if request.method == "POST" else None, initial=stands)
    context = {"thread": found, "forum": found.forum, "form": form}
    if request.method == "GET":
        return page(request, "forums/thread_period.html", context)
    if not form.is_valid():
        return invalid(request, "forums/thread_period.html", context)
    set_period(actor=viewer(request), thread=found, **form.cleaned_data)
    return done(request, reverse("forums:thread", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def update(request: HttpRequest, pk: int) -> HttpResponse:
    found = _thread(request, pk)
    require(may_update_thread(viewer(request), found))
    form = UpdateForm(request.POST if request.method == "POST" else None)
    context = {"thread": found, "forum": found.forum, "form": form}
    if request.method == "GET":
        return page(request, "forums/thread_update.html", context)
    if not form.is_valid():
        return invalid(request, "forums/thread_update.html", context)
    add_update(actor=viewer(request), thread=found, text=form.cleaned_data["text"])
    return done(request, reverse("forums:thread", args=[pk]))


def _thread(request: HttpRequest, pk: int) -> Thread:
    return get_object_or_404(Thread.objects.visible_to(viewer(request)).for_page(), pk=pk)
