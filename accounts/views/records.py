"""My data, to take away or to delete."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts.actions import ask_export, erase_person
from accounts.forms import DeleteForm
from accounts.models import DataExport
from accounts.policies import may_erase, may_fetch_export
from accounts.queries import exports_of
from accounts.views.gates import SignedIn, own
from core import now
from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import require

require_get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@own
@require_get_or_post
@limited("accounts.export", times=5, seconds=3600)
def data(request: SignedIn) -> HttpResponse:
    if request.method == "POST":
        ask_export(actor=request.user)
        messages.success(request, _("We are putting your data together. You can leave this page; it will be here."))
        return done(request, reverse("accounts:data"))
    newest = next(iter(exports_of(request.user)), None)
    context = {"export": newest, "lapsed": bool(newest and newest.expires_at and newest.expires_at <= now())}
    return page(request, "accounts/data.html", context, part="progress")


@never_cache
@own
@require_GET
def download(request: SignedIn, pk: int) -> HttpResponseBase:
    """The zip, for its owner alone; for anybody else it does not exist."""
    export = DataExport.objects.filter(pk=pk, user=request.user).first()
    if export is None:
        raise Http404
    require(may_fetch_export(request.user, export))
    return FileResponse(storages["private"].open(export.path), as_attachment=True, filename="my-data.zip")


@own
@require_get_or_post
@limited("accounts.delete", times=10, seconds=3600)
def delete(request: SignedIn) -> HttpResponse:
    person = request.user.person
    form = DeleteForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "verdict": may_erase(request.user, person)}
    if request.method != "POST":
        return page(request, "accounts/delete.html", context)
    if not form.is_valid():
        return invalid(request, "accounts/delete.html", context)
    erase_person(actor=request.user, person=person)
    logout(request)
    return done(request, reverse("accounts:gone"))


@require_GET
def gone(request: HttpRequest) -> HttpResponse:
    return page(request, "accounts/gone.html")
