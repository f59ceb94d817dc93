"""What anybody may read of the directory: the list, one entry, the table."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from core.http import page
from core.pagecache import for_everyone
from core.tables import as_csv
from core.ui.asking import viewer
from neighbourhoods.policies import may_edit_asset
from neighbourhoods.queries import Wanted, directory_page, kinds
from neighbourhoods.queries.directory import EXPORT_HEAD, export_rows, reports_waiting
from neighbourhoods.views.loading import asset_or_404
from places.queries import wards


@for_everyone
@require_GET
def assets(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by what stands in the address."""
    wanted = Wanted.from_query(request.GET)
    shown = directory_page(wanted, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {"wanted": wanted, "shown": shown, "kinds": kinds(), "wards": wards()}
    return page(request, "neighbourhoods/directory.html", context, part="list")


@for_everyone
@require_GET
def asset(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry; what was reported about it is for those who may put it right."""
    found = asset_or_404(pk)
    keeps = may_edit_asset(viewer(request), found)
    reports = reports_waiting(found) if keeps else []
    return page(request, "neighbourhoods/asset.html", {"asset": found, "keeps": keeps, "reports": reports})


@for_everyone
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """The whole directory as a table."""
    return as_csv("directory", EXPORT_HEAD, export_rows())
