"""Pages that are the same for every signed-out visitor are kept until the next public act.

One version number stands for all that is public. Every act raises it after its commit, so a kept page can
never be older than the record by more than the moment between the two; a lifetime bounds even that.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from redis.exceptions import RedisError

from core.redis import client

VERSION = "public:version"
LIFETIME = 60  # seconds

View = Callable[..., HttpResponse]


def touch() -> None:
    """After the commit under way no kept page is served any more."""
    transaction.on_commit(_raise_version, robust=True)


def _raise_version() -> None:
    client().incr(VERSION)


def for_everyone(view: View) -> View:
    """Keep the answers of `view` for visitors without a session, and answer 304 to those who still have them."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if (
            request.method not in {"GET", "HEAD"}
            or settings.SESSION_COOKIE_NAME in request.COOKIES
            or "messages" in request.COOKIES  # a word for one visitor, which the page will show
            or settings.FOLKMOOT_PAGE_CACHE_OFF
        ):
            return view(request, *args, **kwargs)
        part = "part" if "HTTP_HX_REQUEST" in request.META else "page"
        store: Any = client()
        name = hashlib.blake2b(
            f"{request.get_full_path()} {part} {settings.FOLKMOOT_BUILD}".encode(), digest_size=12
        ).hexdigest()
        place, seen = f"page:{name}", request.META.get("HTTP_IF_NONE_MATCH", "")
        try:
            # Whoever brings a tag may have the page already: only then is asking twice cheaper than fetching it.
            version, found = (store.get(VERSION), None) if seen else store.execute_command("MGET", VERSION, place)
            version = version or b"0"
            tag = f'W/"{name}-{version.decode()}"'
            if seen == tag:
                return _dress(HttpResponseNotModified(), tag)
            if seen:
                found = store.get(place)
        except RedisError:
            return view(request, *args, **kwargs)
        # What is kept says first of which version it is.
        mark = version + b"\n"
        if found is not None and found.startswith(mark):
            return _dress(HttpResponse(found[len(mark) :]), tag)
        response = view(request, *args, **kwargs)
        if response.status_code == 200 and not response.streaming and not response.cookies:
            store.execute_command("SET", place, mark + response.content, "EX", LIFETIME)
            _dress(response, tag)
        return response

    return kept


def _dress(response: HttpResponse, tag: str) -> HttpResponse:
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    patch_vary_headers(response, ("HX-Request", "Cookie"))
    return response
