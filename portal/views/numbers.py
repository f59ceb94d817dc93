"""The numbers that the council sets: all of them, one with its versions, and a new version of one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.numbers import Number, Table, table, tables
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from portal.forms import NumberForm


@for_everyone
@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """Every number in force, by what it is about; one query for each table."""
    return page(request, "portal/numbers.html", {"tables": [(one, one.read("")) for one in tables()]})


@for_everyone
@require_GET
def number(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """One number with every version, and why each was set."""
    about, found = found_number(name, key)
    context = {"table": about, "number": found, "verdict": about.may_set(viewer(request), found)}
    return page(request, "portal/number.html", context)


@require_http_methods(["GET", "POST"])
@limited("number", times=30, seconds=3600)
def set_number(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """From this day on, this number, because."""
    about, found = found_number(name, key)
    require(about.may_set(viewer(request), found))
    form = NumberForm(request.POST or None, number=found)
    context = {"table": about, "number": found, "form": form}
    if request.method == "GET":
        return page(request, "portal/number_set.html", context)
    if not form.is_valid():
        return invalid(request, "portal/number_set.html", context)
    about.write(actor=viewer(request), key=key, **form.cleaned_data)
    messages.success(request, _("It is set."))
    return done(request, reverse("portal:number", args=[name, key]))


def found_number(name: str, key: str) -> tuple[Table, Number]:
    """The number and whose it is, or 404."""
    about = table(name)
    found = about.read(key) if about is not None and key else []
    if about is None or not found:
        raise Http404
    return about, found[0]
