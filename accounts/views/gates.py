"""Who may come to a page at all. Signed out, one is sent to sign in and back; without the role, the reason is shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from accounts.models import User
from accounts.policies import may_use_staff, signed_in
from core.context import address
from core.verdicts import require

View = Callable[..., HttpResponseBase]


class SignedIn(HttpRequest):
    """What a view behind one of these gates is given."""

    user: User


def own(view: View) -> View:
    """A page about oneself."""

    @login_required
    @wraps(view)
    def held(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(signed_in(request.user))
        return view(request, *args, **kwargs)

    return held


def staff(*roles: str) -> Callable[[View], View]:
    """A page for officers in one of these roles."""

    def gate(view: View) -> View:
        @login_required
        @wraps(view)
        def held(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require(may_use_staff(request.user, *roles))
            return view(request, *args, **kwargs)

        return held

    return gate


def home() -> str:
    """My page, or as long as there is none, the profile."""
    return address("portal:me", "accounts:profile")
