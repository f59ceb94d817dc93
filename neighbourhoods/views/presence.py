"""Community development, ward by ward."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.tables import as_csv
from core.ui.asking import viewer
from core.verdicts import require
from neighbourhoods.actions import begin_presence, end_presence
from neighbourhoods.forms import EndForm, PresenceForm
from neighbourhoods.models import Presence
from neighbourhoods.policies import may_end_presence, may_enter_presence
from neighbourhoods.queries import posts_of, register
from neighbourhoods.queries.presence import EXPORT_HEAD, export_rows
from neighbourhoods.views.loading import area_or_404


@for_everyone
@require_GET
def wards(request: HttpRequest) -> HttpResponse:
    """Every ward, with who is there or a gap, and how many gaps there are."""
    show = request.GET.get("show", "")
    show = show if show in ("gap", "here") else ""
    return page(request, "neighbourhoods/presence.html", {"register": register(show), "show": show})


@for_everyone
@require_GET
def ward(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is there, and who was."""
    area = area_or_404(slug)
    here, before = posts_of(area)
    return page(request, "neighbourhoods/ward_presence.html", {"area": area, "here": here, "before": before})


@for_everyone
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    return as_csv("community-development", EXPORT_HEAD, export_rows())


@require_http_methods(["GET", "POST"])
@limited("neighbourhoods.presence", times=200, seconds=3600)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    area = area_or_404(slug)
    require(may_enter_presence(viewer(request)))
    form = PresenceForm(request.POST or None)
    if request.method == "GET":
        return page(request, "neighbourhoods/presence_form.html", {"area": area, "form": form})
    if not form.is_valid():
        return invalid(request, "neighbourhoods/presence_form.html", {"area": area, "form": form})
    begin_presence(actor=request.user, area=area, **form.cleaned_data)
    return done(request, reverse("neighbourhoods:ward_presence", args=[area.slug]))


@require_http_methods(["GET", "POST"])
@limited("neighbourhoods.presence", times=200, seconds=3600)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    post = Presence.objects.select_related("area").defer("area__boundary").filter(pk=pk).first()
    if post is None:
        raise Http404
    require(may_end_presence(viewer(request), post))
    form = EndForm(request.POST or None)
    if request.method == "GET":
        return page(request, "neighbourhoods/presence_end.html", {"post": post, "form": form})
    if not form.is_valid():
        return invalid(request, "neighbourhoods/presence_end.html", {"post": post, "form": form})
    end_presence(actor=request.user, presence=post, **form.cleaned_data)
    return done(request, reverse("neighbourhoods:ward_presence", args=[post.area.slug]))
