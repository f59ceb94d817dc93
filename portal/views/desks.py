"""The desks: what waits for me, by due time."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from core.http import page
from core.verdicts import require
from portal.policies import may_have_desk
from portal.queries.desks import Desk, desk_page, desks_of


@login_required
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """The first desk this person has; whoever has none is told why."""
    return redirect(_own(request)[0].url)


@login_required
@require_GET
def role_desk(request: HttpRequest, role: str) -> HttpResponse:
    mine = {one.role: one for one in _own(request)}
    if role not in mine:
        raise Http404
    asked = {name: request.GET.get(name, "") for name in ("kind", "after", "before")}
    shown = desk_page(mine[role], request.user, **asked)
    return page(request, "portal/desk.html", {"shown": shown, "desks": list(mine.values())})


def _own(request: HttpRequest) -> list[Desk]:
    """Raises Refused, with the reason, for whoever has none; asked once, for a desk is opened often."""
    found = desks_of(request.user)
    if not found:
        require(may_have_desk(request.user))
    return found
