"""Loading what a page is about."""

from django.http import Http404

from neighbourhoods.models import Asset
from neighbourhoods.queries import asset_page
from places.models import Area
from places.queries import area_by_slug


def area_or_404(slug: str) -> Area:
    found = area_by_slug(slug)
    if found is None:
        raise Http404
    return found


def asset_or_404(pk: int) -> Asset:
    found = asset_page(pk)
    if found is None:
        raise Http404
    return found
