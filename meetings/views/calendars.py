"""The calendar of gatherings, each gathering's page, and the feeds."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_GET

from core import pagecache, subjects
from core.http import page
from core.keyset import paginate
from core.paths import localised
from core.ui.asking import viewer
from meetings import queries
from meetings.answers import feed_of
from meetings.models import Gathering
from meetings.states import State


@pagecache.for_everyone
@require_GET
def upcoming(request: HttpRequest) -> HttpResponse:
    """What is coming, the next first, of every forum and body."""
    asked = request.GET
    found = paginate(
        queries.upcoming(), ("starts_at", "id"), after=asked.get("after", ""), before=asked.get("before", "")
    )
    hosts = subjects.visible(viewer(request), [(row.host_kind, row.host_id) for row in found.rows])
    rows = [(row, hosts.get((row.host_kind, row.host_id))) for row in found.rows]
    return page(request, "meetings/upcoming.html", {"page": found, "rows": rows})


@pagecache.for_everyone
@require_GET
def gathering(request: HttpRequest, pk: int) -> HttpResponse:
    """One gathering; where its host keeps a page for it, that one."""
    found = get_object_or_404(Gathering, pk=pk)
    elsewhere = queries.address_of(found)
    if elsewhere:
        return HttpResponseRedirect(localised(elsewhere))
    over = queries.figures(found) if found.state == State.ENDED else None
    context = {"shown": queries.shown(found, viewer(request)), "gathering": found, "figures": over}
    return page(request, "meetings/gathering.html", context)


def _version(request: HttpRequest, pk: int) -> str | None:
    row = Gathering.objects.filter(pk=pk).values_list("sequence", "changed_at").first()
    return f'W/"{pk}-{row[0]}-{row[1].timestamp()}"' if row else None


@require_GET
@condition(etag_func=_version)
def gathering_feed(request: HttpRequest, pk: int) -> HttpResponse:
    """One gathering for a calendar; the file's address stays, and follows every change."""
    found = get_object_or_404(Gathering, pk=pk)
    return feed_of(request, [found], found.title)


@require_GET
def host_feed(request: HttpRequest, kind: str, host_id: int) -> HttpResponse:
    """All gatherings of one forum or body."""
    host = subjects.visible(viewer(request), [(kind, host_id)]).get((kind, host_id))
    if host is None:
        return HttpResponse(status=404)
    return feed_of(request, queries.calendar((kind, host_id)), host.label)


@require_GET
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """Everybody's gatherings."""
    return feed_of(request, queries.whole_calendar(), _("Gatherings"))
