"""The way in. allauth does the work; whoever comes from a page of ours is led back to it."""

from urllib.parse import urlsplit, urlunsplit

from allauth.account.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from core.http import with_query


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """The page to sign in; without a `next`, the way back is the page that led here.

    The head of a page is the same for every visitor, so that it can be kept, and its link cannot say where it stands.
    """
    if request.method != "POST" and "next" not in request.GET and (back := _came_from(request)):
        answer: HttpResponse = redirect(with_query(request.path, next=back))
        return answer
    entrance: HttpResponseBase = LoginView.as_view()(request)
    return entrance


def _came_from(request: HttpRequest) -> str:
    """Path and query of our own page that led here; nothing for the pages of the entrance themselves."""
    referer = request.META.get("HTTP_REFERER", "")
    if not url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        return ""
    parts = urlsplit(referer)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return ""
    if match.namespace == "demo" or (match.url_name or "").startswith(("account_", "mfa_")):
        return ""
    return urlunsplit(("", "", parts.path, parts.query, ""))
