"""Pages of words."""

from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from core.http import page
from core.pagecache import for_everyone


@for_everyone
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    write_to = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return page(request, "portal/accessibility.html", {"write_to": write_to})


@for_everyone
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/privacy.html")


@for_everyone
@require_GET
def open_data(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/open_data.html")
