"""Moderation in figures, for everybody."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from core import now
from core.http import page
from core.pagecache import for_everyone
from moderation import queries

YEAR = timedelta(days=365)


@for_everyone
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    found = queries.figures(now() - YEAR)
    return page(request, "moderation/figures.html", {"figures": found, "reasons": queries.active_reasons()})
