"""The page of a forum and the page of an area: each gathers what stands above it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from core.http import page
from core.pagecache import for_everyone
from forums.models import Forum
from places.models import Area
from portal.queries.places import area_page, forum_page


@for_everyone
@require_GET
def forum(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is for, who is in it, what is open, what became of what it sent on."""
    found = get_object_or_404(Forum, slug=slug)
    return page(request, "portal/forum.html", {"forum": found, "shown": forum_page(found, request.user)})


@for_everyone
@require_GET
def area(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Area.objects.select_related("parent").defer("parent__boundary"), slug=slug)
    return page(request, "portal/area.html", {"area": found, "shown": area_page(found)})
