"""The chain, step by step and as a whole line: anybody walks it in both directions by links."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from chain import pages, queries
from chain.models import Step
from core import pagecache, subjects
from core.http import page
from core.ui.asking import viewer


@pagecache.for_everyone
@require_GET
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """One step: what, who, by when and why then, what led to it, what came of it."""
    found: Step = get_object_or_404(Step.objects.select_related("deadline__rule"), pk=pk)
    shown = pages.step_page(viewer(request), found)
    line = queries.lines_of([(found.subject_kind, found.subject_id)])
    return page(request, "chain/step.html", {"shown": shown, "step": found, "stops": next(iter(line.values()))})


@pagecache.for_everyone
@require_GET
def line(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Everything that led to a record and everything that came of it, in order."""
    key = (kind, pk)
    subject = subjects.visible(viewer(request), [key]).get(key)
    steps = queries.line_steps(key)
    if subject is None or not steps:
        raise Http404
    context = {
        "subject": subject,
        "steps": pages.seen_by(viewer(request), steps),
        "own": {row.pk for row in steps if (row.subject_kind, row.subject_id) == key},
        "stops": queries.line_of_steps(steps),
    }
    return page(request, "chain/line.html", context)
