"""The weeks before elections: what holds in them, those that run or come, enter one, end one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from forums import actions
from forums.forms import PreElectionForm
from forums.models import PreElection
from forums.policies import may_enter_election
from forums.queries.elections import elections as all_elections


@for_everyone
@require_GET
def elections(request: HttpRequest) -> HttpResponse:
    may = bool(may_enter_election(viewer(request)))
    return page(request, "forums/elections.html", {"elections": all_elections(), "may_enter": may})


@require_http_methods(["GET", "POST"])
@limited("election", times=20, seconds=3600)
def new(request: HttpRequest) -> HttpResponse:
    require(may_enter_election(viewer(request)))
    form = PreElectionForm(request.POST or None)
    if request.method == "GET":
        return page(request, "forums/election_new.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "forums/election_new.html", {"form": form})
    actions.enter_election(actor=viewer(request), **form.cleaned_data)
    messages.success(request, _("It begins and ends by itself."))
    return done(request, reverse("forums:elections"))


@require_POST
@limited("election", times=20, seconds=3600)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    actions.end_election(actor=viewer(request), election=get_object_or_404(PreElection, pk=pk))
    return done(request, reverse("forums:elections"))
