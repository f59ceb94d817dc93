from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from chain.queries import lines_for
from core.http import page
from core.keyset import paginate
from core.pagecache import for_everyone
from core.ui.asking import viewer
from forums.models import Forum
from outputs import pdf as paper
from outputs.forms import FilterForm
from outputs.models import Output
from outputs.queries import changes_of
from outputs.states import State
from outputs.views.loading import loaded, shown


@for_everyone
@require_GET
def outputs(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = Output.objects.visible_to(viewer(request)).for_list()
    rows = rows.sent_by(wanted["forum"]) if wanted.get("forum") else rows
    rows = rows.filter(state=wanted["state"]) if wanted.get("state") else rows
    found = paginate(rows, ("-id",), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    lines = lines_for("outputs.output", [row.pk for row in found.rows])
    forums = Forum.objects.order_by("sort_key").values_list("slug", "title")
    drawn = [(row, lines[row.pk]) for row in found.rows]
    return page(
        request,
        "outputs/outputs.html",
        {"page": found, "rows": drawn, "wanted": wanted, "forums": forums, "states": State.choices},
    )


@for_everyone
@require_GET
def output(request: HttpRequest, reference: str) -> HttpResponse:
    return page(request, "outputs/output.html", shown(request, loaded(request, reference)))


@for_everyone
@require_GET
def versions(request: HttpRequest, reference: str) -> HttpResponse:
    found = loaded(request, reference)
    return page(request, "outputs/versions.html", {"output": found, "changes": changes_of(found)})


@for_everyone
@require_GET
def pdf(request: HttpRequest, reference: str) -> HttpResponse:
    found = loaded(request, reference)
    name = f"{found.reference}.pdf"
    return HttpResponse(
        paper.kept(found), content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
