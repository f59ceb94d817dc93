"""Proof of residence, by the register or by a letter."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.actions import Outcome, ask_letter, enter_code, verify_against_register
from accounts.forms import CodeForm, LetterForm, RegisterCheckForm
from accounts.models import Register
from accounts.policies import may_ask_letter, may_enter_code
from accounts.queries import open_letter_of
from accounts.views.gates import SignedIn, home, own
from core.http import done, invalid, local_url, page
from core.limits import limited

require_get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@own
@require_get_or_post
@limited("accounts.letter", times=5, seconds=3600)
def letter(request: SignedIn) -> HttpResponse:
    form = LetterForm(
        request.POST if request.method == "POST" else None, initial={"address": request.user.person.address}
    )
    if request.method == "POST" and form.is_valid():
        ask_letter(actor=request.user, address=form.cleaned_data["address"])
        messages.success(
            request, _("A letter with a code will come to this address. It is sent within two working days.")
        )
        return done(request, reverse("accounts:address"))
    context = {"form": form, "verdict": may_ask_letter(request.user), "letter": open_letter_of(request.user.person)}
    return (invalid if form.is_bound else page)(request, "accounts/letter.html", context)


@own
@require_get_or_post
@limited("accounts.code", times=10, seconds=3600)
def code(request: SignedIn) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if enter_code(actor=request.user, code=form.cleaned_data["code"]):
            messages.success(request, _("Your residence is verified. What you support counts fully from now on."))
            return done(request, local_url(request, home()))
        form.add_error("code", _("This is not the code in your letter. After five wrong tries it no longer works."))
    context = {"form": form, "verdict": may_enter_code(request.user), "next": local_url(request, "")}
    return (invalid if form.is_bound else page)(request, "accounts/code.html", context)


@own
@require_get_or_post
@limited("accounts.register_check", times=6, seconds=3600)
def register_check(request: SignedIn) -> HttpResponse:
    register, person = Register.objects.filter(active=True).first(), request.user.person
    asked = request.POST if request.method == "POST" else None
    form = RegisterCheckForm(asked, with_reference=bool(register and register.with_reference))
    if form.is_bound and form.is_valid():
        outcome = verify_against_register(actor=request.user, person=person, **form.cleaned_data)
        if outcome == Outcome.VERIFIED:
            messages.success(request, outcome.label)
            return done(request, local_url(request, home()))
        form.add_error("name", outcome.label)
    context = {"form": form, "register": register, "person": person, "next": local_url(request, "")}
    return (invalid if form.is_bound else page)(request, "accounts/register_check.html", context)
