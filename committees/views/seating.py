"""A clerk's pages: bodies, posts, councillors and seats."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from committees import actions, policies
from committees.forms.bodies import BodyForm, CouncillorForm, FillForm, HolderForm, PortfolioForm, SeatForm, VacateForm
from committees.law import LAW
from committees.models import Councillor
from committees.views.acting import SECONDS, TIMES, Question, ask, filled
from committees.views.loading import body_or_404, portfolio_or_404, seat_or_404
from core.limits import limited


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new_body(request: HttpRequest) -> HttpResponse:
    question = Question(_("Set up a council body"), _("Set it up"), reverse("committees:list"), _("Committees"))

    def act(form: Any) -> str:
        made = actions.create_body(actor=request.user, **form.cleaned_data)
        return reverse("committees:body", args=[made.slug])

    return ask(question, request, policies.may_create_body(request.user), BodyForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new_portfolio(request: HttpRequest) -> HttpResponse:
    question = Question(
        _("Write down a post of the cabinet"), _("Write it down"), reverse("committees:list"), _("Committees")
    )

    def act(form: Any) -> str:
        made = actions.create_portfolio(actor=request.user, title=form.cleaned_data["title"])
        return reverse("committees:portfolio", args=[made.slug])

    return ask(question, request, policies.may_create_portfolio(request.user), PortfolioForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def holder(request: HttpRequest, slug: str) -> HttpResponse:
    found = portfolio_or_404(slug)
    back = reverse("committees:portfolio", args=[slug])
    question = Question(_("Who holds this post?"), _("Write it down"), back, found.post, lead=LAW["executive"].words)

    def act(form: Any) -> str:
        chosen = form.cleaned_data["councillor"]
        actions.appoint_holder(actor=request.user, portfolio=found, person=chosen.person if chosen else None)
        return back

    return ask(question, request, policies.may_appoint_holder(request.user, found), HolderForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new_councillor(request: HttpRequest) -> HttpResponse:
    back = reverse("committees:councillors")
    question = Question(_("Write down a councillor"), _("Write it down"), back, _("Councillors"))

    def act(form: Any) -> str:
        actions.add_councillor(actor=request.user, **form.cleaned_data)
        return back

    return ask(question, request, policies.may_add_councillor(request.user), CouncillorForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def end_councillor(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Councillor.objects.select_related("person", "ward"), pk=pk)
    back = reverse("committees:councillors")
    lead = _(
        "Their seats as a councillor and their posts in the cabinet become vacant. What they owed stays with the posts."
    )
    question = Question(_("No longer a councillor"), _("Write it down"), back, found.name, lead=lead, kind="grave")

    def act(form: Any) -> str:
        actions.end_councillor(actor=request.user, councillor=found, reason=form.cleaned_data["reason"])
        return back

    return ask(question, request, policies.may_end_councillor(request.user, found), VacateForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new_seat(request: HttpRequest, slug: str) -> HttpResponse:
    found = body_or_404(slug)
    back = reverse("committees:body", args=[slug])
    question = Question(
        _("Add a seat"),
        _("Add it"),
        back,
        found.name,
        lead=_("It is vacant until somebody is appointed, and everybody can see that."),
    )

    def act(form: Any) -> str:
        actions.add_seat(actor=request.user, body=found, **form.cleaned_data)
        return f"{back}#seats"

    return ask(
        question, request, policies.may_add_seat(request.user, found), SeatForm(filled(request), body=found), act
    )


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def fill_seat(request: HttpRequest, pk: int) -> HttpResponse:
    found = seat_or_404(pk)
    back = reverse("committees:body", args=[found.body.slug])
    question = Question(
        _("Who has this seat?"), _("Write it down"), back, found.body.name, lead=LAW["employment"].words
    )

    def act(form: Any) -> str:
        actions.fill_seat(actor=request.user, seat=found, **form.values)
        return f"{back}#seats"

    return ask(
        question, request, policies.may_fill_seat(request.user, found), FillForm(filled(request), seat=found), act
    )


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def vacate_seat(request: HttpRequest, pk: int) -> HttpResponse:
    found = seat_or_404(pk)
    back = reverse("committees:body", args=[found.body.slug])
    lead = _("%(name)s leaves the seat today. Votes already cast stand, and the right to vote ends at once.") % {
        "name": found.name
    }
    question = Question(_("This seat is vacant"), _("Write it down"), back, found.body.name, lead=lead, kind="grave")

    def act(form: Any) -> str:
        actions.vacate_seat(actor=request.user, seat=found, reason=form.cleaned_data["reason"])
        return f"{back}#seats"

    return ask(question, request, policies.may_vacate_seat(request.user, found), VacateForm(filled(request)), act)
