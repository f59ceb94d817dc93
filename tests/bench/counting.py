"""How many queries each scene asks of the database, counted in this process through the same middleware and views."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.questions import Asker


def queries(asker: Asker, scene: str) -> int:
    """Of the second request of a kind: what is kept for minutes is there by then, as for nearly every visitor."""
    requests = asker.requests(scene, 2)
    return [_queries_of(request) for request in requests][-1]


def _queries_of(request: bytes) -> int:
    head, _, body = request.decode().partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    method, path, _protocol = first.split()
    headers = dict(line.split(": ", 1) for line in lines)
    client = Client(enforce_csrf_checks=True)
    client.cookies.load(headers.pop("Cookie", ""))
    kind = headers.pop("Content-Type", "text/html")
    headers.pop("Content-Length", None)
    with CaptureQueriesContext(connection) as captured:
        response = client.generic(method, path, body, content_type=kind, headers=headers)
    assert response.status_code in (200, 303, 304), (path, response.status_code)
    return len(captured)
