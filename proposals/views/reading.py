"""What anybody may read: the list, a proposal, its versions, and proposals like one that somebody is writing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from core.diffs import words
from core.http import page
from core.limits import address_of, within_limit
from core.pagecache import for_everyone
from core.verdicts import require
from proposals.queries import Wanted, choices, list_page, similar as find_similar, versions_of
from proposals.views.loading import page_context, proposal_or_404


@for_everyone
@require_GET
def proposals(request: HttpRequest) -> HttpResponse:
    wanted = Wanted.from_query(request.GET)
    found = list_page(wanted, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {"wanted": wanted, "page": found, "choices": choices()}
    return page(request, "proposals/list.html", context, part="list")


@for_everyone
@require_GET
def proposal(request: HttpRequest, reference: str) -> HttpResponse:
    found = proposal_or_404(reference)
    if reference != found.reference:
        return redirect(reverse("proposals:proposal", args=[found.reference]), permanent=True)
    return page(request, "proposals/proposal.html", page_context(request, found), part="act")


@for_everyone
@require_GET
def versions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every version with what changed against the one before it, the newest first."""
    found = proposal_or_404(reference)
    kept = [] if found.is_hidden else versions_of(found)
    changes = [_change(new, old) for new, old in zip(kept, [*kept[1:], None], strict=False)]
    return page(request, "proposals/versions.html", {"proposal": found, "changes": changes})


@for_everyone
@require_GET
def similar(request: HttpRequest) -> HttpResponse:
    """Up to three proposals that ask for nearly the same as `title`; a part for the form, a page without JavaScript."""
    title = request.GET.get("title", "")[:150]
    require(within_limit(f"similar:{address_of(request)}", times=120, seconds=60))
    return page(request, "proposals/similar.html", {"title": title, "similar": find_similar(title)}, part="found")


def _change(new: Any, old: Any) -> dict[str, Any]:
    """One version, its texts in pieces (same, added, removed) where there is one before it."""
    if old is None:
        return {"version": new, "first": True}
    return {
        "version": new,
        "title": list(words(old.title, new.title)),
        "body": list(words(old.body, new.body)),
        "assets": list(words(old.assets, new.assets)),
    }
