"""Templates hold no rules: they ask the app that writes the act.

An app is named by its dotted path in the template and loaded here at run time, so the floors hold: core imports none.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from core.verdicts import Verdict


def may(request: HttpRequest, act: str, *about: Any) -> Verdict:
    """What `<app>.policies.may_<verb>` says to the visitor; `act` is "<app>.<verb>", `about` the record, if the policy takes one."""
    return policy(act)(viewer(request), *about)


@cache
def policy(act: str) -> Callable[..., Verdict]:
    """The policy behind "<app>.<verb>". Raises ImportError for one that nobody wrote."""
    app, _, verb = act.partition(".")
    found: Callable[..., Verdict] = import_string(f"{app}.policies.may_{verb}")
    return found


def viewer(request: HttpRequest) -> Any:
    """Who looks at the page. Without a session cookie nobody is signed in, and the session must not be touched:
    a page that reads it can no longer be kept for everyone."""
    user = request.__dict__.get("user")
    if user is None or (type(user) is SimpleLazyObject and not has_session(request)):
        return AnonymousUser()
    return user


def has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES or hasattr(request, "_cached_user")


def is_signed_in(request: HttpRequest) -> bool:
    return bool(viewer(request).is_authenticated)
