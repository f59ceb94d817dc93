"""Who takes part in a forum, beside who lives where it works. For everybody: no figure points at anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from core.http import page
from core.pagecache import for_everyone
from forums.models import Forum
from forums.queries.balance import balance_of


@for_everyone
@require_GET
def balance(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Forum, slug=slug)
    return page(request, "forums/balance.html", {"forum": found, "shown": balance_of(found)})
