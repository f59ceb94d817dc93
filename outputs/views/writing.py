from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.states import StateConflict
from core.verdicts import require
from forums.models import Forum
from outputs.actions import compile_output, discard_output, edit_output
from outputs.forms import OutputForm
from outputs.models import Output
from outputs.policies import may_compile, may_edit
from outputs.queries import agreed_summaries_of
from outputs.views.loading import address_of, loaded


@require_http_methods(["GET", "POST"])
@limited("outputs.write", times=60, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    forum = get_object_or_404(Forum.objects.visible_to(request.user), slug=request.GET.get("forum", ""))
    require(may_compile(request.user, forum))
    form = OutputForm(request.POST or None, forum=forum)
    if request.method == "GET":
        return page(request, "outputs/form.html", _context(forum, form))
    if not form.is_valid():
        return invalid(request, "outputs/form.html", _context(forum, form))
    made = compile_output(actor=request.user, forum=forum, **_written(form))
    return done(request, address_of(made))


@require_http_methods(["GET", "POST"])
@limited("outputs.write", times=60, seconds=3600)
def edit(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    require(may_edit(request.user, output))
    form = OutputForm(request.POST or None, forum=output.forum, output=output, initial=_as_it_stands(output))
    context = _context(output.forum, form) | {"output": output}
    if request.method == "GET":
        return page(request, "outputs/form.html", context)
    if not form.is_valid():
        return invalid(request, "outputs/form.html", context)
    try:
        edit_output(actor=request.user, output=output, seen=form.cleaned_data["seen"], **_written(form))
    except StateConflict:
        form.add_error(
            None,
            _(
                "Somebody else changed this text while you were writing. Yours is still here: compare it with what stands now before you save."
            ),
        )
        return invalid(request, "outputs/form.html", context)
    return done(request, address_of(output))


@require_POST
@limited("outputs.write", times=60, seconds=3600)
def discard(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    forum = output.forum
    discard_output(actor=request.user, output=output)
    return done(request, f"/forums/{forum.slug}/")


def _context(forum: Forum, form: OutputForm) -> dict[str, Any]:
    """The form, and beside it what the members agreed on in the conversations about these proposals."""
    adoptions = form.fields["adoptions"].queryset  # type: ignore[attr-defined]
    return {"forum": forum, "form": form, "summaries": agreed_summaries_of(adoptions)}


def _written(form: OutputForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("adoptions", "title", "summary", "findings", "dissent")}


def _as_it_stands(output: Output) -> dict[str, Any]:
    texts = {name: getattr(output, name) for name in ("title", "summary", "findings", "dissent")}
    carried = list(output.asks.values_list("adoption_id", flat=True))
    return texts | {"seen": output.version, "adoptions": carried}
