from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import require
from outputs.actions import join_output, open_approval, open_comments, reopen_draft, settle_approval
from outputs.forms import ApprovalForm, JoinForm, ReopenForm
from outputs.policies import may_bring, may_open_approval, may_reopen
from outputs.views.loading import address_of, loaded


@require_POST
@limited("outputs.decide", times=30, seconds=3600)
def comments(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    open_comments(actor=request.user, output=output)
    return done(request, address_of(output))


@require_http_methods(["GET", "POST"])
@limited("outputs.decide", times=30, seconds=3600)
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    require(may_reopen(request.user, output))
    form = ReopenForm(request.POST or None)
    if request.method == "GET":
        return page(request, "outputs/reopen.html", {"output": output, "form": form})
    if not form.is_valid():
        return invalid(request, "outputs/reopen.html", {"output": output, "form": form})
    reopen_draft(actor=request.user, output=output, reason=form.cleaned_data["reason"])
    return done(request, address_of(output))


@require_http_methods(["GET", "POST"])
@limited("outputs.decide", times=30, seconds=3600)
def approval(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    require(may_open_approval(request.user, output))
    form = ApprovalForm(request.POST or None)
    if request.method == "GET":
        return page(request, "outputs/approval.html", {"output": output, "form": form})
    if not form.is_valid():
        return invalid(request, "outputs/approval.html", {"output": output, "form": form})
    open_approval(actor=request.user, output=output, closes_at=form.closes_at)
    return done(request, address_of(output))


@require_http_methods(["GET", "POST"])
@limited("outputs.decide", times=30, seconds=3600)
def joining(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    require(may_bring(request.user, output))
    form = JoinForm(request.POST or None, user=request.user, output=output)
    if request.method == "GET":
        return page(request, "outputs/joining.html", {"output": output, "form": form})
    if not form.is_valid():
        return invalid(request, "outputs/joining.html", {"output": output, "form": form})
    join_output(actor=request.user, output=output, **form.cleaned_data)
    return done(request, f"{address_of(output)}#forums")


@require_POST
@limited("outputs.decide", times=30, seconds=3600)
def settle(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    settle_approval(actor=request.user, output=output)
    return done(request, address_of(output))
