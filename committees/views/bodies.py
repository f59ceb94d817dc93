"""The bodies, the posts of the cabinet and the councillors, as anybody may read them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from committees import policies
from committees.models import Portfolio
from committees.queries import overviews
from committees.queries.owed import owed
from committees.views.acting import Act, panel
from committees.views.loading import body_or_404, portfolio_or_404
from core import today
from core.http import page
from core.pagecache import for_everyone
from core.ui.asking import viewer


@for_everyone
@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    """Every body by kind, and every post of the cabinet."""
    user = viewer(request)
    acts = [
        Act(_("Set up a body"), reverse("committees:new_body"), policies.may_create_body(user)),
        Act(
            _("Write down a post"),
            reverse("committees:new_portfolio"),
            policies.may_create_portfolio(user),
            kind="second",
        ),
    ]
    context = {
        "groups": overviews.bodies_by_kind(),
        "portfolios": list(Portfolio.objects.select_related("holder")),
        "acts": panel(acts),
    }
    return page(request, "committees/list.html", context)


@for_everyone
@require_GET
def body(request: HttpRequest, slug: str) -> HttpResponse:
    found, user = body_or_404(slug), viewer(request)
    acts = [
        Act(_("Call a meeting"), reverse("committees:new_meeting", args=[slug]), policies.may_schedule(user, found)),
        Act(
            _("Add a seat"),
            reverse("committees:new_seat", args=[slug]),
            policies.may_add_seat(user, found),
            kind="second",
        ),
        Act(
            _("List a document"),
            reverse("committees:new_paper", args=[slug]),
            policies.may_list_paper(user, found),
            kind="second",
        ),
    ]
    shown = overviews.body_page(found)
    context = {"body": found, "shown": shown, "rows": shown.owed, "acts": panel(acts, explain=False), "today": today()}
    return page(request, "committees/body.html", context)


@for_everyone
@require_GET
def portfolio(request: HttpRequest, slug: str) -> HttpResponse:
    found, user = portfolio_or_404(slug), viewer(request)
    verdict = policies.may_appoint_holder(user, found)
    acts = [Act(_("Write down who holds it"), reverse("committees:holder", args=[slug]), verdict)]
    shown = overviews.portfolio_page(found)
    context = {"portfolio": found, "shown": shown, "rows": shown.owed, "acts": panel(acts, explain=False)}
    return page(request, "committees/portfolio.html", context)


@for_everyone
@require_GET
def councillors(request: HttpRequest) -> HttpResponse:
    verdict = policies.may_add_councillor(viewer(request))
    acts = panel([Act(_("Write down a councillor"), reverse("committees:new_councillor"), verdict)])
    return page(request, "committees/councillors.html", {"councillors": overviews.councillors_now(), "acts": acts})


@for_everyone
@require_GET
def owed_list(request: HttpRequest) -> HttpResponse:
    """Every open recommendation and promise, the longest overdue first."""
    rows = overviews.owed_rows(owed())
    late = sum(row.owed.is_late for row in rows)
    return page(request, "committees/owed.html", {"rows": rows, "late": late})
