"""A facilitator says that two outputs ask for opposite things, or takes it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import require
from outputs.actions import end_opposition, mark_opposite
from outputs.forms import EndOppositionForm, OppositeForm
from outputs.policies import may_end_opposition, may_find_opposite
from outputs.queries import opposition_between
from outputs.views.loading import address_of, loaded


@require_http_methods(["GET", "POST"])
@limited("outputs.decide", times=30, seconds=3600)
def opposite(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    require(may_find_opposite(request.user, output))
    form = OppositeForm(request.POST or None, output=output)
    if request.method == "GET":
        return page(request, "outputs/opposite.html", {"output": output, "form": form})
    if not form.is_valid():
        return invalid(request, "outputs/opposite.html", {"output": output, "form": form})
    mark_opposite(actor=request.user, output=output, **form.cleaned_data)
    return done(request, f"{address_of(output)}#opposites")


@require_http_methods(["GET", "POST"])
@limited("outputs.decide", times=30, seconds=3600)
def end(request: HttpRequest, reference: str, other: str) -> HttpResponse:
    output = loaded(request, reference)
    mark = opposition_between(output, other)
    if mark is None:
        raise Http404
    require(may_end_opposition(request.user, mark))
    form = EndOppositionForm(request.POST or None)
    context = {"output": output, "mark": mark, "form": form}
    if request.method == "GET":
        return page(request, "outputs/opposite_end.html", context)
    if not form.is_valid():
        return invalid(request, "outputs/opposite_end.html", context)
    end_opposition(actor=request.user, mark=mark, **form.cleaned_data)
    return done(request, address_of(output))
