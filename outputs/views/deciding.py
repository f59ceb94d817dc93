from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import require
from outputs.actions import open_approval, open_comments, reopen_draft, settle_approval
from outputs.forms import ApprovalForm, ReopenForm
from outputs.policies import may_open_approval, may_reopen
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


@require_POST
@limited("outputs.decide", times=30, seconds=3600)
def settle(request: HttpRequest, reference: str) -> HttpResponse:
    output = loaded(request, reference)
    settle_approval(actor=request.user, output=output)
    return done(request, address_of(output))
