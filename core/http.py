"""Pages, parts and answers to acts."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

# The methods that change nothing.
READING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page only."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"


def page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, part: str = "", status: int = 200
) -> HttpResponse:
    """The whole page, or for htmx its partial `part` where one is named."""
    chosen = f"{template}#{part}" if part and is_part(request) else template
    response = render(request, chosen, context, status=status)
    patch_vary_headers(response, ("HX-Request",))
    return response


def invalid(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, part: str = ""
) -> HttpResponse:
    """The same form again with its errors, as 422."""
    return page(request, template, context, part=part, status=422)


def done(request: HttpRequest, url: str) -> HttpResponse:
    """Send everyone on to `url` after an act (htmx is told to go there as a whole page)."""
    if is_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def local_url(request: HttpRequest, fallback: str) -> str:
    """The `next` address the form names, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return fallback


def with_query(url: str, **values: Any) -> str:
    return f"{url}?{urlencode(values)}"
