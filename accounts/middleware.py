"""New terms that must be accepted stop acts, never reading. The question costs nothing: it stands on the sign-in's row."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from accounts.policies import may_act
from core.http import READING
from core.refusals import refusal_page
from core.verdicts import Refused

# What anyone may do whatever the terms: accept them, look after their own account, leave.
FREE = ("accounts", "demo", "notifications")


class AcceptedTerms:
    """Refuses an act of somebody who has yet to accept the newest terms, and shows where to read them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.method in READING or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        verdict = may_act(request.user, came_from=request.META.get("HTTP_REFERER", "/"))
        if verdict or _is_free(request):
            return None
        return refusal_page(request, Refused(verdict))


def _is_free(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None:
        return False
    return match.namespace in FREE or (match.url_name or "").startswith(("account_", "mfa_"))
