"""A new version of the terms of use."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.actions import publish_terms
from accounts.forms import TermsForm
from accounts.models import Role
from accounts.queries import newest_terms
from accounts.views.gates import SignedIn, staff
from core.http import done, invalid, page
from core.limits import limited


@staff(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
@limited("accounts.new_terms", times=10, seconds=3600)
def new_terms(request: SignedIn) -> HttpResponse:
    """The terms in force to write on from, and whether people are asked again."""
    newest = newest_terms()
    form = TermsForm(
        request.POST if request.method == "POST" else None, initial={"text": newest.text if newest else ""}
    )
    if form.is_bound and form.is_valid():
        publish_terms(actor=request.user, **form.cleaned_data)
        messages.success(request, _("The new terms stand."))
        return done(request, reverse("accounts:terms"))
    return (invalid if form.is_bound else page)(request, "accounts/new_terms.html", {"form": form, "terms": newest})
