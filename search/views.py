"""One page for every search; its address holds the question."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from core import pagecache, subjects
from core.http import page
from core.limits import address_of, within_limit
from core.ui.asking import viewer
from core.verdicts import require
from search import queries
from search.kinds import label_of, labels


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow what was found."""

    label: str
    number: int
    url: str
    is_chosen: bool


@pagecache.for_everyone
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """What answers the question, the best first; without one, the form alone."""
    asked = " ".join(request.GET.get("q", "").split())[: queries.LONGEST]
    kinds = [kind for kind in request.GET.getlist("kind") if kind in subjects.kinds()]
    group = request.GET.get("group", "")
    results = None
    if asked:
        require(within_limit(f"search:{address_of(request)}", times=120, seconds=60))
        results = queries.find(
            asked, kinds=kinds, group=group, language=(get_language() or "en")[:2],
            after=request.GET.get("after", ""), user=viewer(request),
        )  # fmt: skip
    chosen = kinds[0] if kinds else ""
    context: dict[str, Any] = {"asked": asked, "group": group, "chosen": chosen, "results": results}
    context |= {"every_kind": labels(), "facets": _facets(asked, chosen, group, results.kinds if results else {})}
    return page(request, "search/search.html", context, part="found")


def _facets(asked: str, chosen: str, group: str, numbers: dict[str, int]) -> list[Facet]:
    """The kinds that were found, each a link that narrows to it, or that widens again where it is the chosen one."""
    kept = {"q": asked} | ({"group": group} if group else {})
    return [
        Facet(
            label_of(kind), number, f"?{urlencode(kept if kind == chosen else kept | {'kind': kind})}", kind == chosen
        )
        for kind, number in numbers.items()
    ]
