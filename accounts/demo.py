"""The demonstration's sign-in page: be any of its invented people. Outside demo and test mode it has no address and no backend."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import Grant, Level, Person, Role
from accounts.views.gates import home
from core import today
from core.http import done, invalid, local_url, page
from core.limits import limited

SHOWN = 12
BACKEND = "accounts.backends.DemoBackend"

Finds = Callable[[], list[int]]
_introduced: dict[str, tuple[Any, Finds]] = {}


def introduces(words: Any, find: Finds) -> None:
    """The page lists the people whose ids `find()` gives under `words` ("Facilitators"). Floors above register theirs at start."""
    _introduced[f"{find.__module__}.{find.__qualname__}"] = (words, find)


class ChoiceForm(forms.Form):
    person = forms.IntegerField(error_messages={"required": _("Choose somebody."), "invalid": _("Choose somebody.")})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@limited("demo.sign_in", times=120, seconds=600)
def sign_in(request: HttpRequest) -> HttpResponse:
    if settings.PRODUCTION:
        raise Http404
    form = ChoiceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        person = _people().filter(pk=form.cleaned_data["person"]).first()
        if person is not None:
            login(request, person.user, backend=BACKEND)
            return done(request, local_url(request, home()))
        form.add_error("person", _("This is none of the demonstration's people."))
    context = {"form": form, "groups": groups(), "next": local_url(request, "")}
    return (invalid if form.is_bound else page)(request, "accounts/demo_sign_in.html", context)


def groups() -> list[tuple[Any, list[Person]]]:
    """(words, people) by what they come for; each group shows a dozen at most, each person stands in one group."""
    held = Grant.objects.in_force(today())
    wanted: list[tuple[Any, Any]] = [
        (Role(role).label, held.filter(role=role).values("user__person")) for role in Role.values
    ]
    wanted += [(words, find()) for words, find in _introduced.values()]
    citizens = _people().exclude(user__in=held.values("user"))
    wanted += [
        (level.label, citizens.filter(level=level).values("pk"))
        for level in (Level.VERIFIED, Level.DECLARED, Level.EMAIL)
    ]
    seen: set[int] = set()
    found = []
    for words, ids in wanted:
        people = [
            person
            for person in _people().filter(pk__in=ids).order_by("pk")[: SHOWN + len(seen)]
            if person.pk not in seen
        ][:SHOWN]
        seen |= {person.pk for person in people}
        if people:
            found.append((words, people))
    return found


def _people() -> QuerySet[Person]:
    return Person.objects.here().with_ward().select_related("user", "ward").filter(invented=True, user__is_active=True)


app_name = "demo"
urlpatterns = [path("sign-in/", sign_in, name="people")]
