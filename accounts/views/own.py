"""What people say about themselves: name, address, standing; and the terms."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.actions import accept_terms, declare_standing, edit_profile, end_standing, give_postcode
from accounts.forms import AddressForm, ProfileForm, StandingForm
from accounts.models import Standing
from accounts.policies import may_be_called, may_say
from accounts.queries import newest_terms, standings_of
from accounts.views.gates import SignedIn, home, own
from core.http import done, invalid, local_url, page
from core.limits import limited
from core.text import render

require_get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@own
@require_get_or_post
@limited("accounts.profile", times=20, seconds=600)
def profile(request: SignedIn) -> HttpResponse:
    person = request.user.person
    form = ProfileForm(request.POST or None, initial={"name": person.name, "age_band": person.age_band})
    if request.method == "POST":
        if form.is_valid() and not (verdict := may_be_called(request.user, form.cleaned_data["name"])):
            form.add_error("name", verdict.reason)
        if not form.is_valid():
            return invalid(request, "accounts/profile.html", {"form": form})
        edit_profile(actor=request.user, **form.cleaned_data)
        messages.success(request, _("Your profile is saved."))
        return done(request, local_url(request, home()))
    return page(request, "accounts/profile.html", {"form": form})


@own
@require_get_or_post
@limited("accounts.postcode", times=10, seconds=3600)
def address(request: SignedIn) -> HttpResponse:
    """One question; then back to where the person came from, or on to proving it."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "person": request.user.person, "next": local_url(request, "")}
    if request.method != "POST":
        return page(request, "accounts/address.html", context)
    if not form.is_valid():
        return invalid(request, "accounts/address.html", context)
    ward = give_postcode(actor=request.user, postcode=form.cleaned_data["postcode"])
    messages.success(request, _said(ward))
    return done(request, local_url(request, reverse("accounts:address")))


@own
@require_get_or_post
@limited("accounts.standing", times=20, seconds=3600)
def standing(request: SignedIn) -> HttpResponse:
    form = StandingForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and not (verdict := may_say(request.user, form.cleaned_data["of"])):
        form.add_error("of", verdict.reason)
    if form.is_bound and form.is_valid():
        declare_standing(actor=request.user, **form.cleaned_data)
        messages.success(request, _("This stands in your profile now."))
        return done(request, local_url(request, reverse("accounts:standing")))
    context = {"form": form, "standings": standings_of(request.user.person)}
    return (invalid if form.is_bound else page)(request, "accounts/standing.html", context)


@own
@require_POST
@limited("accounts.standing", times=20, seconds=3600)
def standing_end(request: SignedIn, pk: int) -> HttpResponse:
    end_standing(actor=request.user, standing=get_object_or_404(Standing, pk=pk, person=request.user.person))
    return done(request, reverse("accounts:standing"))


@require_GET
def terms(request: HttpRequest) -> HttpResponse:
    """The terms in force, for everybody; with a button for those who have yet to accept them."""
    newest = newest_terms()
    context = {"terms": newest, "terms_html": render(newest.text) if newest else "", "next": local_url(request, "")}
    return page(request, "accounts/terms.html", context)


@own
@require_POST
@limited("accounts.terms", times=20, seconds=3600)
def terms_accept(request: SignedIn) -> HttpResponse:
    newest = newest_terms()
    if newest is not None:
        accept_terms(actor=request.user, terms=newest)
    return done(request, local_url(request, home()))


def _said(ward: Any) -> str:
    if ward is None:
        return _(
            "This postcode lies outside the council's area. You can read and debate; what you support is not counted."
        )
    return _("You live in %(ward)s. What you support counts as a resident's from now on.") % {"ward": ward.name}
