"""Moderation in figures, for everybody."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from core import now
from core.http import page
from core.pagecache import for_everyone
from core.tables import as_csv
from moderation import queries
from moderation.models import Reason
from moderation.queries.months import FIGURES, count_month, months_frozen, names_of_places, running_month

YEAR = timedelta(days=365)


@for_everyone
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """The last twelve months together, and each month as it was published; the running one so far."""
    running, frozen = count_month(running_month()), months_frozen()
    context = {"figures": queries.figures(now() - YEAR), "reasons": queries.active_reasons(), "months": frozen}
    context |= {"running": running, "month": running_month(), "counted_at": now()}
    shown = [running, *(report.figures for report in frozen)]
    names = names_of_places(shown)
    context["places"] = [(names.get(key, key), n) for key, n in _sum(shown, "places")]
    titles = dict(Reason.objects.values_list("code", "title"))
    context["removed"] = [(titles.get(code, code), n) for code, n in _sum(shown, "reasons")]
    return page(request, "moderation/figures.html", context)


@for_everyone
@require_GET
def months_csv(request: HttpRequest) -> HttpResponse:
    """One line a month; the running one is marked."""
    head = ("month", "state", *FIGURES, "median_hours", "counted_at")
    return as_csv("moderation", head, ([row.get(name, "") for name in head] for row in published()))


@for_everyone
@require_GET
def months_json(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"months": published()})


def published() -> list[dict[str, Any]]:
    """Every month as it stands in the files, the running one first."""
    rows = [
        {
            "month": f"{running_month():%Y-%m}",
            "state": "so far",
            **count_month(running_month()),
            "counted_at": now().isoformat(),
        }
    ]
    rows += [
        {"month": str(report), "state": "final", **report.figures, "counted_at": report.counted_at.isoformat()}
        for report in months_frozen()
    ]
    return rows


def _sum(reports: list[dict[str, Any]], name: str) -> list[tuple[str, int]]:
    total: dict[str, int] = {}
    for report in reports:
        for key, number in report[name].items():
            total[key] = total.get(key, 0) + number
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))
