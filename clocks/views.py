"""The clocks, open to everybody: which rules there are, which days are not counted, and how a date comes about."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from clocks import actions, queries
from clocks.computing import compute, rule_in_words
from clocks.forms import HolidayForm, WorkOutForm
from clocks.policies import may_add_holiday
from core import pagecache, today
from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import require


@pagecache.for_everyone
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every rule, the days that are left out, and a place to work out a date."""
    form = WorkOutForm(request.GET if "start" in request.GET else None)
    computed = None
    if form.is_bound and form.is_valid():
        rule = form.rules[form.cleaned_data["rule"]]
        computed = compute(rule, form.cleaned_data["start"], queries.holidays())
    context = {
        "form": form,
        "computed": computed,
        "rules": [(rule, rule_in_words(rule)) for rule in form.rules.values()],
        "holidays": queries.holidays_between(today() - timedelta(days=30), today() + timedelta(days=730)),
    }
    return page(request, "clocks/index.html", context, part="computed")


@login_required
@limited("clocks.holiday", times=20, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def new_holiday(request: HttpRequest) -> HttpResponse:
    """A clerk adds a proclaimed day; every open deadline it touches moves."""
    require(may_add_holiday(request.user))
    form = HolidayForm(request.POST or None)
    if request.method != "POST":
        return page(request, "clocks/new_holiday.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "clocks/new_holiday.html", {"form": form})
    actions.add_holiday(actor=request.user, **form.cleaned_data)
    return done(request, reverse("clocks:index") + "#holidays")
