"""At the door: let people in by their code or by name, and count those who have no account."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts.models import Person
from core.http import done, invalid, page, with_query
from core.limits import limited
from core.verdicts import Verdict, require
from meetings import actions, hosts, policies, queries
from meetings.forms import CodeForm, PersonForm, WalkInForm
from meetings.models import Gathering

# A door lets in a hall full of people within the hour.
_limit = limited("meetings.door", times=1200, seconds=3600)


@never_cache
@login_required
@require_GET
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """What a facilitator has in hand at the door; a code that was read from a telephone stands in it already."""
    found, _verdict = _asked(request, pk)
    return page(request, "meetings/door.html", _shown(request, found))


@login_required
@_limit
@require_POST
def by_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever shows this code is in."""
    found, verdict = _asked(request, pk)
    form = CodeForm(request.POST)
    if not form.is_valid():
        return invalid(request, "meetings/door.html", _shown(request, found, code_form=form))
    there = actions.check_in(actor=request.user, gathering=found, code=form.cleaned_data["code"], verdict=verdict)
    return _in(request, found, there.person)


@login_required
@_limit
@require_POST
def by_name(request: HttpRequest, pk: int) -> HttpResponse:
    """One of those expected is in."""
    found, verdict = _asked(request, pk)
    expected = queries.expected_at(found, hosts.people(found.host_kind, found.host_id))
    form = PersonForm(request.POST, people=list(expected.items()))
    if not form.is_valid():
        return invalid(request, "meetings/door.html", _shown(request, found, person_form=form))
    person = get_object_or_404(Person, pk=form.cleaned_data["person"])
    actions.check_in(actor=request.user, gathering=found, person=person, verdict=verdict)
    return _in(request, found, person)


@login_required
@_limit
@require_POST
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """One more person, by kind and ward."""
    found, verdict = _asked(request, pk)
    form = WalkInForm(request.POST)
    if not form.is_valid():
        return invalid(request, "meetings/door.html", _shown(request, found, walk_in_form=form))
    actions.count_walk_in(actor=request.user, gathering=found, verdict=verdict, **form.cleaned_data)
    return done(request, reverse("meetings:door", args=[pk]))


@never_cache
@login_required
@require_GET
def kit(request: HttpRequest, pk: int) -> HttpResponse:
    """All that a meeting needs on paper, on one page to print: the agenda, a sheet to sign in, slips to vote."""
    found = get_object_or_404(Gathering, pk=pk)
    require(policies.may_run(request.user, found))
    sheets = hosts.sheets(found.host_kind, found.host_id)
    context = {"gathering": found, "shown": queries.shown(found, request.user), "sheets": sheets, "lines": range(1, 26)}
    return page(request, "meetings/kit.html", context)


def _asked(request: HttpRequest, pk: int) -> tuple[Gathering, Verdict]:
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_check_in(request.user, found)
    require(verdict)
    return found, verdict


def _in(request: HttpRequest, found: Gathering, person: Person) -> HttpResponse:
    return done(request, with_query(reverse("meetings:door", args=[found.pk]), let=person.pk))


def _shown(request: HttpRequest, found: Gathering, **forms: Any) -> dict[str, Any]:
    asked = request.GET
    expected = hosts.people(found.host_kind, found.host_id)
    words = asked.get("q", "")[:80]
    just = asked.get("let", "")
    names = queries.expected_at(found, expected) if just.isdecimal() else {}
    return {
        "gathering": found,
        "words": words,
        "people": queries.at_the_door(found, expected, words) if words else [],
        "just_in": names.get(int(just), "") if just.isdecimal() and len(just) < 19 else "",
        "sheets": hosts.sheets(found.host_kind, found.host_id),
        "figures": queries.figures(found, public=False),
        "code_form": CodeForm(initial={"code": asked.get("code", "")[:20]}),
        "walk_in_form": WalkInForm(),
    } | forms
