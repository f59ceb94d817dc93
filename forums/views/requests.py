"""Requests for forums: the list, one request, and what can be done with it."""

from typing import Any

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
from forums.forms import AnswerRequestForm, ObjectionForm, RequestFilterForm, RequestForm, ReviewForm
from forums.models import ForumRequest
from forums.policies import may_answer_request, may_ask_review, may_request, may_review_request
from forums.queries.measures import measure
from forums.queries.requests import request_page, request_rows
from ledger.queries import timeline
from places.models import Area

AREAS = 100  # more than there are wards


@for_everyone
@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    form = RequestFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = request_rows(wanted.get("state", ""), late=bool(wanted.get("late")), after=after, before=before)
    context = {"page": found, "form": form, "filtered": any(wanted.values()), "needed": measure("request.backers")}
    return page(request, "forums/requests.html", context)


@require_http_methods(["GET", "POST"])
@limited("request", times=5, seconds=86400)
def new(request: HttpRequest) -> HttpResponse:
    """A shared issue may lead here with title, purpose and areas in the address, for whoever asks to go on with."""
    require(may_request(viewer(request)))
    form = RequestForm(request.POST or None, initial=_begun(request))
    if request.method == "GET":
        return page(request, "forums/request_new.html", {"form": form, "needed": measure("request.backers")})
    if not form.is_valid():
        return invalid(request, "forums/request_new.html", {"form": form, "needed": measure("request.backers")})
    made = actions.request_forum(actor=viewer(request), **form.cleaned_data)
    messages.success(request, _("The request stands. Give its address to others who want this forum."))
    return done(request, made.get_absolute_url())


def _begun(request: HttpRequest) -> dict[str, Any]:
    """What the address says of the forum that somebody wants; names of areas that do not exist are passed over."""
    words: dict[str, Any] = {name: request.GET.get(name, "")[:2_000] for name in ("title", "purpose")}
    named = request.GET.getlist("areas")[:AREAS]
    if named:
        words["areas"] = list(Area.objects.filter(slug__in=named).values_list("pk", flat=True))
    return words


@for_everyone
@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    found = _loaded(request, pk)
    context = {"shown": request_page(found, viewer(request)), "one": found, "timeline": timeline(key_of(found))}
    return page(request, "forums/request.html", context)


@require_POST
@limited("back", times=60, seconds=3600)
def back(request: HttpRequest, pk: int) -> HttpResponse:
    found = actions.back_request(actor=viewer(request), request=_loaded(request, pk))
    return done(request, found.get_absolute_url())


@require_POST
@limited("back", times=60, seconds=3600)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = actions.withdraw_backing(actor=viewer(request), request=_loaded(request, pk))
    return done(request, found.get_absolute_url())


@require_http_methods(["GET", "POST"])
@limited("request", times=30, seconds=3600)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    found = _loaded(request, pk)
    require(may_answer_request(viewer(request), found))
    form = AnswerRequestForm(request.POST or None, asked=found.title)
    if request.method == "GET" or not form.is_valid():
        return _asked(request, "forums/request_answer.html", found, form)
    actions.answer_request(actor=viewer(request), request=found, **form.cleaned_data)
    if found.forum is not None:
        messages.success(request, _("The forum stands, to be founded. Appoint a facilitator next."))
    return done(request, found.get_absolute_url())


@require_http_methods(["GET", "POST"])
@limited("request", times=30, seconds=3600)
def ask_review(request: HttpRequest, pk: int) -> HttpResponse:
    found = _loaded(request, pk)
    require(may_ask_review(viewer(request), found))
    form = ObjectionForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _asked(request, "forums/request_objection.html", found, form)
    actions.ask_review(actor=viewer(request), request=found, **form.cleaned_data)
    return done(request, found.get_absolute_url())


@require_http_methods(["GET", "POST"])
@limited("request", times=30, seconds=3600)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    found = _loaded(request, pk)
    require(may_review_request(viewer(request), found))
    form = ReviewForm(request.POST or None, asked=found.title)
    if request.method == "GET" or not form.is_valid():
        return _asked(request, "forums/request_review.html", found, form)
    actions.review_request(actor=viewer(request), request=found, **form.cleaned_data)
    return done(request, found.get_absolute_url())


def _asked(request: HttpRequest, template: str, found: ForumRequest, form: Any) -> HttpResponse:
    show = page if request.method == "GET" else invalid
    return show(request, template, {"one": found, "form": form})


def _loaded(request: HttpRequest, pk: int) -> ForumRequest:
    rows = ForumRequest.objects.visible_to(viewer(request)).select_related("by", "forum")
    return get_object_or_404(rows, pk=pk)
