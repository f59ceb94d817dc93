"""One line in the log for each request: what was asked, what came of it, how long it took. Never who asked, nor the query."""

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

log = structlog.get_logger(__name__)
PROBES = frozenset({"/healthz", "/readyz"})


class AccessLog:
    """Stands inside core.middleware.RequestId, so that the line carries the request's id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        if request.path not in PROBES:
            took = round((time.perf_counter() - began) * 1000, 1)
            log.info("request", method=request.method, path=request.path, status=response.status_code, ms=took)
        return response
