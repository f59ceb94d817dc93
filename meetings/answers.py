"""What several pages answer with: a form and where it leads, and a calendar."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from core.http import done, invalid, page
from meetings.feeds import calendar
from meetings.models import Gathering


def act_by_form(
    request: HttpRequest,
    found: Gathering,
    form: Any,
    act: Callable[[Any], None],
    heading: Any,
    label: Any,
    lead: Any = "",
) -> HttpResponse:
    """The form; again with its errors; or, once the act is done, the gathering's page."""
    context = {"form": form, "gathering": found, "heading": heading, "label": label, "lead": lead}
    if request.method != "POST":
        return page(request, "meetings/form.html", context)
    if not form.is_valid():
        return invalid(request, "meetings/form.html", context)
    act(form)
    return back_to(request, found)


def back_to(request: HttpRequest, found: Gathering) -> HttpResponse:
    """The page of the gathering, after an act on it."""
    return done(request, reverse("meetings:gathering", args=[found.pk]))


def feed_of(request: HttpRequest, gatherings: list[Gathering], name: str) -> HttpResponse:
    """These meetings as a calendar reads them."""

    def address(found: Gathering) -> str:
        return request.build_absolute_uri(reverse("meetings:gathering", args=[found.pk]))

    with override("en-gb"):
        body = calendar(gatherings, name=name, address=address)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
