"""A ballot's pages. A tracker is handed over in a cookie of the voter's own browser: no session and no table ever holds one beside a name."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ballots.actions import annul_ballot, cast_vote
from ballots.forms import AnnulForm, FindForm, VoteForm
from ballots.models import Ballot, PublishedVote
from ballots.policies import may_annul
from ballots.queries import ballots_about, counted_on_paper, has_voted, published_lines, subject_key, surroundings
from core.http import done, invalid, page
from core.keyset import paginate
from core.limits import limited
from core.pagecache import for_everyone
from core.subjects import Subject, key_of
from core.ui.asking import viewer
from core.verdicts import require
from ledger.queries import timeline

RECEIPT = "ballot-receipt"
RECEIPT_LIFE = 600  # seconds


@for_everyone
@require_GET
def ballots(request: HttpRequest) -> HttpResponse:
    rows = Ballot.objects.visible_to(viewer(request)).defer("explanation", "annulled_because")
    found = paginate(rows, ("-id",), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    around = surroundings(viewer(request), found.rows)
    return page(
        request,
        "ballots/ballots.html",
        {"page": found, "rows": [(ballot, *around[ballot.pk]) for ballot in found.rows]},
    )


@for_everyone
@require_GET
def ballot(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, "ballots/ballot.html", _shown(request, _loaded(request, pk), VoteForm()))


@require_POST
@limited("vote", times=30, seconds=3600)
def vote(request: HttpRequest, pk: int) -> HttpResponse:
    ballot = _loaded(request, pk)
    form = VoteForm(request.POST)
    if not form.is_valid():
        return invalid(request, "ballots/ballot.html", _shown(request, ballot, form))
    tracker = cast_vote(actor=request.user, ballot=ballot, choice=form.cleaned_data["choice"])
    url = reverse("ballots:receipt", args=[pk])
    response = done(request, url)
    response.set_signed_cookie(
        RECEIPT,
        tracker,
        salt=_salt(pk),
        max_age=RECEIPT_LIFE,
        path=url,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


@never_cache
@require_GET
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The tracker, once: the cookie that brought it goes with the answer."""
    tracker = request.get_signed_cookie(RECEIPT, default="", salt=_salt(pk), max_age=RECEIPT_LIFE)
    response = page(request, "ballots/receipt.html", {"ballot": _loaded(request, pk), "tracker": tracker})
    response.headers["Cache-Control"] = "no-store"
    response.delete_cookie(RECEIPT, path=reverse("ballots:receipt", args=[pk]), samesite="Lax")
    return response


@for_everyone
@require_GET
def votes(request: HttpRequest, pk: int) -> HttpResponse:
    ballot = _loaded(request, pk)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = paginate(PublishedVote.objects.of(ballot), ("tracker",), after=after, before=before, size=100)
    return page(request, "ballots/votes.html", {"ballot": ballot, "page": found, "form": FindForm()})


@csrf_exempt
@require_POST
@limited("find-vote", times=60, seconds=600)
def find(request: HttpRequest, pk: int) -> HttpResponse:
    """One line of the list. Nothing changes, so it needs no token; a POST, so that no address, and no log, names a tracker."""
    ballot = _loaded(request, pk)
    form = FindForm(request.POST)
    wanted = form.cleaned_data["tracker"] if form.is_valid() else ""
    rows = PublishedVote.objects.of(ballot).filter(tracker=wanted)
    context = {"ballot": ballot, "page": {"rows": rows}, "form": form, "wanted": wanted, "looking": True}
    return (page if form.is_valid() else invalid)(request, "ballots/votes.html", context)


@require_GET
def votes_file(request: HttpRequest, pk: int, kind: str) -> StreamingHttpResponse:
    """The whole list: as text, whose SHA-256 is the published digest, or as CSV."""
    ballot = _loaded(request, pk)
    if not ballot.is_counted:
        raise Http404
    head = ["tracker,choice\n"] if kind == "csv" else []
    lines = published_lines(ballot, "," if kind == "csv" else " ")
    name = f"ballot-{pk}.{kind}"
    return StreamingHttpResponse(
        (line for part in (head, lines) for line in part),
        content_type="text/csv; charset=utf-8" if kind == "csv" else "text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "POST"])
@limited("annul", times=10, seconds=3600)
def annul(request: HttpRequest, pk: int) -> HttpResponse:
    ballot = _loaded(request, pk)
    require(may_annul(request.user, ballot))
    form = AnnulForm(request.POST or None)
    if request.method == "GET":
        return page(request, "ballots/annul.html", {"ballot": ballot, "form": form})
    if not form.is_valid():
        return invalid(request, "ballots/annul.html", {"ballot": ballot, "form": form})
    annul_ballot(actor=request.user, ballot=ballot, reason=form.cleaned_data["reason"])
    return done(request, reverse("ballots:ballot", args=[pk]))


def _loaded(request: HttpRequest, pk: int) -> Ballot:
    return get_object_or_404(Ballot.objects.visible_to(viewer(request)), pk=pk)


def _shown(request: HttpRequest, ballot: Ballot, form: VoteForm) -> dict[str, Any]:
    about, host = surroundings(viewer(request), [ballot])[ballot.pk]
    return {
        "ballot": ballot,
        "about": about,
        "host": host,
        "form": form,
        "voted": ballot.state == "open" and has_voted(viewer(request), ballot),
        "on_paper": counted_on_paper(ballot) if ballot.is_counted else 0,
        "others": ballots_about(subject_key(ballot)).exclude(pk=ballot.pk),
        "timeline": timeline(key_of(ballot), known=Subject("ballots.ballot", ballot.pk, ballot.question, "")),
    }


def _salt(pk: int) -> str:
    return f"ballots.receipt.{pk}"
