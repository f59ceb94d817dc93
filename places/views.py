from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.http import invalid, page
from core.pagecache import for_everyone
from places.forms import PostcodeForm
from places.models import Kind
from places.queries import area_list, ward_of_postcode


@for_everyone
@require_GET
def areas(request: HttpRequest) -> HttpResponse:
    """The list of areas; with `postcode` in the address, on to the ward in which it lies."""
    form = PostcodeForm(request.GET if "postcode" in request.GET else None)
    if form.is_bound and form.is_valid():
        ward = ward_of_postcode(form.cleaned_data["postcode"])
        if ward is not None:
            return HttpResponseRedirect(ward.path)
        form.add_error("postcode", _("This postcode lies in none of our areas."))
    context = {"form": form, "groups": _groups()}
    return (
        invalid(request, "places/areas.html", context) if form.errors else page(request, "places/areas.html", context)
    )


def _groups() -> list[tuple[str, list]]:
    """(kind in words, its areas), wards first."""
    order = {Kind.WARD: 0, Kind.PARISH: 1, Kind.CONSTITUENCY: 2, Kind.COUNCIL: 3}
    words = {
        Kind.WARD: _("Wards"),
        Kind.PARISH: _("Parishes"),
        Kind.CONSTITUENCY: _("Constituencies"),
        Kind.COUNCIL: _("The whole council area"),
    }
    rows = sorted(area_list(), key=lambda area: order[Kind(area.kind)])
    return [(words[Kind(kind)], list(group)) for kind, group in groupby(rows, key=lambda area: area.kind)]
