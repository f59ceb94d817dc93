"""One's own key to the programming interface."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions import make_key, take_back_key
from accounts.queries import key_made_at
from accounts.views.gates import SignedIn, own
from core.http import done, page
from core.limits import limited


@never_cache
@own
@require_http_methods(["GET", "HEAD", "POST"])
@limited("accounts.key", times=10, seconds=3600)
def key(request: SignedIn) -> HttpResponse:
    """Whether there is one; a POST makes a new one and shows it, this once."""
    made = make_key(actor=request.user) if request.method == "POST" else ""
    return page(request, "accounts/key.html", {"made": made, "since": key_made_at(request.user)})


@own
@require_POST
@limited("accounts.key", times=10, seconds=3600)
def key_end(request: SignedIn) -> HttpResponse:
    take_back_key(actor=request.user)
    messages.success(request, _("Your key opens nothing any more."))
    return done(request, reverse("accounts:key"))
