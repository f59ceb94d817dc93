"""The acts of those who run a gathering, as pages: each asks the policy, parses, acts, and goes back to the gathering."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import Person
from core import subjects
from core.clock import LONDON
from core.http import done, invalid, page
from core.limits import limited
from core.verdicts import Verdict, require
from meetings import actions, hosts, policies, queries
from meetings.answers import act_by_form, back_to
from meetings.forms import AttendanceForm, CancelForm, GatheringForm, ItemForm, MoveForm, NotesForm
from meetings.models import Gathering

_limit = limited("meetings.run", times=60, seconds=3600)


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def schedule(request: HttpRequest, kind: str, host_id: int) -> HttpResponse:
    """Set a gathering of a forum or body."""
    if (kind, host_id) not in subjects.visible(request.user, [(kind, host_id)]):
        raise Http404
    verdict = hosts.may_run(request.user, kind, host_id)
    require(verdict)
    form = GatheringForm(request.POST or None, initial={"mode": "in_person"})
    context = {"form": form, "heading": _("Set a gathering"), "label": _("Put it in the calendar"), "lead": ""}
    if request.method != "POST":
        return page(request, "meetings/form.html", context)
    if not form.is_valid():
        return invalid(request, "meetings/form.html", context)
    host = get_object_or_404(subjects.model_of(kind)._default_manager, pk=host_id)
    made = actions.schedule(
        actor=request.user, host=host, verdict=verdict, title=form.cleaned_data["title"],
        mode=form.cleaned_data["mode"], **form.moments(), **form.where(),
    )  # fmt: skip
    return done(request, reverse("meetings:gathering", args=[made.pk]))


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time or place."""
    found, verdict = _asked(request, pk, policies.may_reschedule)
    local = [moment.astimezone(LONDON) for moment in (found.starts_at, found.ends_at)]
    initial = {
        "day": local[0].date(), "begins": local[0].time(), "ends": local[1].time(),
        "place": found.place, "hints": found.hints, "facts": found.facts, "access": found.access, "online_url": found.online_url, "mode": found.mode,
    }  # fmt: skip
    form = MoveForm(request.POST or None, initial=initial)

    def act(form: MoveForm) -> None:
        actions.reschedule(actor=request.user, gathering=found, verdict=verdict, **form.moments(), **form.where())

    return act_by_form(request, found, form, act, _("Move the gathering"), _("Move it"))


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not take place."""
    found, verdict = _asked(request, pk, policies.may_cancel)

    def act(form: forms.Form) -> None:
        actions.cancel(actor=request.user, gathering=found, reason=form.cleaned_data["reason"], verdict=verdict)

    return act_by_form(request, found, CancelForm(request.POST or None), act, _("Cancel the gathering"), _("Cancel it"))


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def new_item(request: HttpRequest, pk: int) -> HttpResponse:
    """One more item on the agenda."""
    found, verdict = _asked(request, pk, policies.may_add_item)

    def act(form: forms.Form) -> None:
        actions.add_item(
            actor=request.user, gathering=found, origin="facilitator", verdict=verdict, **form.cleaned_data
        )

    return act_by_form(request, found, ItemForm(request.POST or None), act, _("Add to the agenda"), _("Add the item"))


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version of the notes."""
    found, verdict = _asked(request, pk, policies.may_write_notes)
    latest = found.notes.order_by("-version").first()
    form = NotesForm(request.POST or None, initial={"text": latest.text if latest else ""})

    def act(form: forms.Form) -> None:
        actions.write_notes(actor=request.user, gathering=found, text=form.cleaned_data["text"], verdict=verdict)

    return act_by_form(request, found, form, act, _("Write up the gathering"), _("Publish the notes"))


@login_required
@_limit
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Who came, and who sent apologies."""
    found, verdict = _asked(request, pk, policies.may_record_attendance)
    people = hosts.people(found.host_kind, found.host_id)
    known = {f"person_{person}": kind for person, kind in queries.attendance_of(found).items()}
    form = AttendanceForm(request.POST or None, people=people, initial=known)

    def act(form: AttendanceForm) -> None:
        kinds = form.kinds()
        for person in Person.objects.filter(pk__in=kinds):
            actions.record_attendance(
                actor=request.user, gathering=found, person=person, kind=kinds[person.pk], verdict=verdict
            )

    return act_by_form(request, found, form, act, _("Who came?"), _("Write it down"))


@login_required
@_limit
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda is out."""
    found, verdict = _asked(request, pk, policies.may_publish)
    actions.publish(actor=request.user, gathering=found, verdict=verdict)
    return back_to(request, found)


@login_required
@_limit
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """It begins."""
    found, verdict = _asked(request, pk, policies.may_start)
    actions.start(actor=request.user, gathering=found, verdict=verdict)
    return back_to(request, found)


@login_required
@_limit
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """It is over."""
    found, verdict = _asked(request, pk, policies.may_end)
    actions.end(actor=request.user, gathering=found, verdict=verdict)
    return back_to(request, found)


@login_required
@_limit
@require_POST
def agree(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The members have agreed to the notes."""
    found, verdict = _asked(request, pk, policies.may_agree_notes)
    actions.agree_notes(actor=request.user, notes=get_object_or_404(found.notes, version=version), verdict=verdict)
    return back_to(request, found)


def _asked(request: HttpRequest, pk: int, policy: Callable[[Any, Gathering], Verdict]) -> tuple[Gathering, Verdict]:
    """The gathering, once the policy has said yes."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policy(request.user, found)
    require(verdict)
    return found, verdict
