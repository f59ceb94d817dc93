"""How a refusal is answered: its status, and the page that gives the reason and the way out."""

from django.http import HttpRequest, HttpResponse

from core.http import page
from core.states import StateConflict
from core.verdicts import Refused


def status_of(refused: Refused) -> int:
    """429 for a wait, 409 for something that changed meanwhile, 403 for everything else."""
    if refused.verdict.retry_after:
        return 429
    return 409 if isinstance(refused, StateConflict) else 403


def headers_of(refused: Refused) -> dict[str, str]:
    return {"Retry-After": str(refused.verdict.retry_after)} if refused.verdict.retry_after else {}


def refusal_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The reason and the remedy, as a page; htmx gets the sentence alone, to stand where the act was asked for."""
    status = status_of(refused)
    template = "429.html" if status == 429 else "403.html"
    context = {"verdict": refused.verdict, "status": status}
    response = page(request, template, context, part="refusal", status=status)
    for name, value in headers_of(refused).items():
        response.headers[name] = value
    response.headers["Cache-Control"] = "no-store"
    return response
