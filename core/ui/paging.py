"""Links to the next and the previous page of a keyset list, with the filters of the address kept."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

_PLACE = ("after", "before", "page")


def pager(request: HttpRequest, page: Any, shown: int | None, total: int | None) -> dict[str, Any]:
    """What `components/pager.html` draws. `page` has `next_cursor` and `previous_cursor`, or ready addresses `next_url` and `previous_url`."""
    rows = getattr(page, "rows", None)
    return {
        "next_url": getattr(page, "next_url", None) or _address(request, "after", getattr(page, "next_cursor", "")),
        "previous_url": getattr(page, "previous_url", None)
        or _address(request, "before", getattr(page, "previous_cursor", "")),
        "shown": shown if shown is not None else (len(rows) if rows is not None else None),
        "total": total if total is not None else getattr(page, "total", None),
    }


def _address(request: HttpRequest, place: str, cursor: str) -> str:
    if not cursor:
        return ""
    kept = [(name, value) for name, values in request.GET.lists() if name not in _PLACE for value in values]
    return f"?{urlencode([*kept, (place, cursor)])}"
