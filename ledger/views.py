"""The public record, for anyone to read and check."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from core import pagecache
from core.http import page
from core.keyset import paginate
from ledger import queries
from ledger.hashing import canonical
from ledger.models import Entry, Seal, Unsealed


@pagecache.for_everyone
@require_GET
def record(request: HttpRequest) -> HttpResponse:
    """The newest acts first."""
    found = queries.newest(after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return page(request, "ledger/record.html", {"page": found, "lines": queries.lines(found.rows)})


@pagecache.for_everyone
@require_GET
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One act: its sentence, its exact bytes, and the batch that seals it."""
    found = get_object_or_404(Entry, pk=pk, public=True)
    context = {
        "entry": found,
        "line": queries.lines([found])[0],
        "facts": json.dumps(found.data, indent=2, ensure_ascii=False),
        "canonical": canonical(found).decode(),
        "seal": queries.seal_of(found),
    }
    return page(request, "ledger/entry.html", context)


@pagecache.for_everyone
@require_GET
def seals(request: HttpRequest) -> HttpResponse:
    """The batches, newest first, each naming the one before."""
    found = paginate(
        Seal.objects.defer("entries"),
        ("-id",),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    return page(request, "ledger/seals.html", {"page": found})


@pagecache.for_everyone
@require_GET
def check(request: HttpRequest) -> HttpResponse:
    """How to check the record without trusting this site."""
    head = Seal.objects.defer("entries").order_by("-id").first()
    return page(request, "ledger/check.html", {"head": head, "waiting": Unsealed.objects.count()})
