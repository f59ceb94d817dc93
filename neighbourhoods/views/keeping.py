"""Keep the directory right: add, write anew, check again, close; and say that something is out of date."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from neighbourhoods.actions import add_asset, check_asset, close_asset, edit_asset, report_asset
from neighbourhoods.forms import AssetForm, ReportForm, asset_values
from neighbourhoods.models import Asset
from neighbourhoods.policies import may_add_asset, may_edit_asset, may_report_asset
from neighbourhoods.views.loading import asset_or_404


@require_http_methods(["GET", "POST"])
@limited("neighbourhoods.asset", times=60, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    require(may_add_asset(viewer(request)))
    form = AssetForm(request.POST or None, initial={"ward": request.GET.get("ward", "")[:140]})
    if request.method == "GET":
        return page(request, "neighbourhoods/asset_form.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "neighbourhoods/asset_form.html", {"form": form})
    form.cleaned_data.pop("seen")
    made = add_asset(actor=request.user, **form.cleaned_data)
    messages.success(request, _("The entry stands in the directory."))
    return _to(request, made)


@require_http_methods(["GET", "POST"])
@limited("neighbourhoods.asset", times=60, seconds=3600)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = asset_or_404(pk)
    require(may_edit_asset(viewer(request), found))
    form = AssetForm(request.POST or None, initial=asset_values(found))
    if request.method == "GET":
        return page(request, "neighbourhoods/asset_form.html", {"form": form, "asset": found})
    if not form.is_valid():
        return invalid(request, "neighbourhoods/asset_form.html", {"form": form, "asset": found})
    edit_asset(actor=request.user, asset=found, **form.cleaned_data)
    return _to(request, found)


@require_POST
@limited("neighbourhoods.asset", times=60, seconds=3600)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Still right, today."""
    found = asset_or_404(pk)
    check_asset(actor=request.user, asset=found)
    messages.success(request, _("Thank you. The entry counts as checked today."))
    return _to(request, found)


@require_POST
@limited("neighbourhoods.asset", times=60, seconds=3600)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = asset_or_404(pk)
    close_asset(actor=request.user, asset=found)
    return _to(request, found)


@require_http_methods(["GET", "POST"])
@limited("neighbourhoods.report", times=20, seconds=3600)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    found = asset_or_404(pk)
    require(may_report_asset(viewer(request), found))
    form = ReportForm(request.POST or None)
    if request.method == "GET":
        return page(request, "neighbourhoods/report.html", {"asset": found, "form": form})
    if not form.is_valid():
        return invalid(request, "neighbourhoods/report.html", {"asset": found, "form": form})
    report_asset(actor=request.user, asset=found, text=form.cleaned_data["text"])
    messages.success(request, _("Thank you. The entry is marked, and those who keep it are told."))
    return _to(request, found)


def _to(request: HttpRequest, asset: Asset) -> HttpResponse:
    return done(request, reverse("neighbourhoods:asset", args=[asset.pk]))
