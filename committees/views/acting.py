"""A page that asks one thing and does it; and the panel that says what can be done on a page, or why not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from core.http import done, invalid, page
from core.states import StateConflict
from core.verdicts import YES, Refused, Verdict, require

TIMES, SECONDS = 120, 3600  # how often one person may act on committees' pages


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done on a page: a link to a form, or with `post` a button that does it at once."""

    label: Any
    url: str
    verdict: Verdict
    post: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The acts that are open to whoever looks, and where there are none the first reason why not."""

    allowed: list[Act]
    refused: Verdict

    @property
    def shows(self) -> bool:
        return bool(self.allowed or self.refused.reason)


def panel(acts: Iterable[Act], *, explain: bool = True) -> Panel:
    """With `explain` off, whoever can do nothing is told nothing: for pages where nothing waits for anybody."""
    every = list(acts)
    allowed = [act for act in every if act.verdict]
    refused = next((act.verdict for act in every if not act.verdict), YES) if explain else YES
    return Panel(allowed, YES if allowed else refused)


@dataclass(frozen=True, slots=True)
class Question:
    """What a form page says: its title, what to know first, what its button does, and the page it came from."""

    heading: Any
    label: Any
    back: str
    back_label: Any
    lead: Any = ""
    kind: str = ""
    about: str = ""  # a template that stands beside the form
    dense: bool = False  # the same few choices for many people: in one row each


def filled(looked_at: HttpRequest) -> Any:
    """What was sent; None while the form is only looked at. An empty form that was sent is an empty form, with its errors."""
    return looked_at.POST if looked_at.method == "POST" else None


def ask(
    question: Question,
    request: HttpRequest,
    verdict: Verdict,
    form: Form,
    act: Callable[[Any], str],
    **context: Any,
) -> HttpResponse:
    """Show the form to whoever may act; filled in, `act(form)` gives the address to go on to. A refusal of what was filled in stands on the form."""
    require(verdict)
    context |= {"question": question, "form": form}
    if request.method != "POST":
        return page(request, "committees/act.html", context)
    if form.is_valid():
        try:
            return done(request, act(form))
        except StateConflict:
            raise
        except Refused as refused:
            form.add_error(None, str(refused.verdict.reason))
    return invalid(request, "committees/act.html", context)
