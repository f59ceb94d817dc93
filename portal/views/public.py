"""Pages for everybody: the front page, what is overdue, the figures."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from core.http import page
from core.pagecache import for_everyone
from forums.queries import late_requests
from portal.queries.figures import figures_page
from portal.queries.public import home_page, owed_page


@for_everyone
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/home.html", {"shown": home_page()})


@for_everyone
@require_GET
def owed(request: HttpRequest) -> HttpResponse:
    """Everything overdue, the longest first, with who owes it."""
    found, rows = owed_page(after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return page(request, "portal/owed.html", {"page": found, "rows": rows, "requests": late_requests()})


@for_everyone
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/figures.html", {"shown": figures_page()})
