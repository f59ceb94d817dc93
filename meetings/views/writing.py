"""After the meeting: objections to the notes, recordings, and the closing report."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import pagecache, subjects
from core.http import page
from core.limits import limited
from core.text import render
from core.ui.asking import viewer
from core.verdicts import require
from meetings import actions, policies
from meetings.answers import act_by_form
from meetings.figures import Row
from meetings.forms import ObjectionForm, RecordingForm
from meetings.models import Gathering


@login_required
@limited("meetings.object", times=10, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Object to a version of the notes."""
    found = get_object_or_404(Gathering, pk=pk)
    notes = get_object_or_404(found.notes, version=version)
    require(policies.may_object(request.user, notes))

    def act(form: Any) -> None:
        actions.object_to_notes(actor=request.user, notes=notes, reason=form.cleaned_data["reason"])

    form = ObjectionForm(request.POST or None)
    return act_by_form(request, found, form, act, _("Object to the notes"), _("Publish my objection"))


@login_required
@limited("meetings.run", times=60, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def recording(request: HttpRequest, pk: int) -> HttpResponse:
    """Link a recording."""
    found = get_object_or_404(Gathering, pk=pk)
    verdict = policies.may_add_recording(request.user, found)
    require(verdict)

    def act(form: Any) -> None:
        actions.add_recording(actor=request.user, gathering=found, verdict=verdict, **form.cleaned_data)

    form = RecordingForm(request.POST or None)
    return act_by_form(request, found, form, act, _("Link a recording"), _("Add the link"))


@pagecache.for_everyone
@require_GET
def report(request: HttpRequest, pk: int, version: int = 0) -> HttpResponse:
    """The closing report, the newest or a named version."""
    found = get_object_or_404(Gathering, pk=pk)
    rows = found.reports.select_related("notes").order_by("-version")
    shown = rows.filter(version=version).first() if version else rows.first()
    if shown is None:
        raise Http404
    items = shown.facts["items"]
    keys = [(item["subject_kind"], item["subject_id"]) for item in items if item["subject_id"]]
    about = subjects.visible(viewer(request), [(found.host_kind, found.host_id), *keys])
    context = {
        "gathering": found,
        "report": shown,
        "host": about.get((found.host_kind, found.host_id)),
        "figures": shown.facts | {name: _rows(shown.facts[name]) for name in ("kinds", "wards", "organisations")},
        "items": [(item, about.get((item["subject_kind"], item["subject_id"]))) for item in items],
        "html": render(shown.notes.text),
    }
    return page(request, "meetings/report.html", context)


def _rows(kept: list[list[Any]]) -> list[Row]:
    return [Row(label, number) for label, number in kept]
