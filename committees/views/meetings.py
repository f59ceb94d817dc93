"""A body's meeting: its agenda before, in session and after, and the acts of its clerk."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from committees import actions, policies
from committees.forms.meetings import (
    AttendanceForm,
    CancelForm,
    ItemForm,
    MeetingForm,
    MinutesForm,
    MoveForm,
    PublishForm,
)
from committees.models import Meeting
from committees.queries import pages
from committees.queries.agendas import short_by_now, timing
from committees.queries.seats import seats_of
from committees.views.acting import SECONDS, TIMES, Act, Question, ask, filled, panel
from committees.views.loading import body_or_404, meeting_or_404
from core.clock import day_of
from core.http import done, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from meetings.queries import attendance_of, can_join
from meetings.states import State


@for_everyone
@require_GET
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    found = meeting_or_404(pk)
    notes = list(found.gathering.notes.order_by("-version"))
    context = {
        "meeting": found,
        "gathering": found.gathering,
        "last_day": date.fromisoformat(found.proof["last_day"]) if found.proof else None,
        "day": day_of(found.gathering.starts_at),
        "short_by_now": short_by_now(found),
        "shown": pages.meeting_page(found),
        "gate": timing(found.publish_by) if found.gathering.state == State.SCHEDULED else None,
        "notes": notes[0] if notes else None,
        "earlier": notes[1:],
        "online_url": found.gathering.online_url if can_join(found.gathering) else "",
        "acts": panel(_acts(request, found), explain=found.gathering.state != State.ENDED),
    }
    return page(request, "committees/meeting.html", context)


def _acts(request: HttpRequest, found: Meeting) -> list[Act]:
    """The acts of the stage at which the meeting is; the first is the one that is due."""
    user, args = viewer(request), [found.pk]

    def act(label: Any, name: str, verdict: Any, *, post: bool = False, kind: str = "second") -> Act:
        return Act(label, reverse(f"committees:{name}", args=args), verdict, post=post, kind=kind)

    match found.gathering.state:
        case State.SCHEDULED:
            return [
                act(_("Publish the agenda"), "publish", policies.may_publish_agenda(user, found), kind=""),
                act(_("Add an item"), "new_item", policies.may_add_item(user, found)),
                act(_("Move it to another day"), "move", policies.may_reschedule(user, found)),
                act(_("Cancel the meeting"), "cancel", policies.may_cancel(user, found)),
            ]
        case State.PUBLISHED:
            return [
                act(_("Open the meeting"), "start", policies.may_start(user, found), post=True, kind=""),
                act(_("Add an urgent item"), "new_item", policies.may_add_item(user, found)),
                act(_("Cancel the meeting"), "cancel", policies.may_cancel(user, found)),
            ]
        case State.IN_SESSION:
            return [
                act(_("Write down who is there"), "attendance", policies.may_record_attendance(user, found), kind=""),
                act(_("End the meeting"), "end", policies.may_end(user, found), post=True),
                act(_("Add an urgent item"), "new_item", policies.may_add_item(user, found)),
                act(_("Write the minutes"), "minutes", policies.may_write_minutes(user, found)),
            ]
        case State.ENDED:
            return [act(_("Write the minutes"), "minutes", policies.may_write_minutes(user, found), kind="")]
        case _state:
            return []


@for_everyone
@require_GET
def agenda_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The very letters whose SHA-256 stands in the proof of publication."""
    text = pages.published_text(meeting_or_404(pk))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    found = body_or_404(slug)
    question = Question(_("Call a meeting"), _("Call it"), reverse("committees:body", args=[slug]), found.name)

    def act(form: Any) -> str:
        return _page_of(actions.schedule_meeting(actor=request.user, body=found, **form.values))

    return ask(question, request, policies.may_schedule(viewer(request), found), MeetingForm(filled(request)), act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    found = meeting_or_404(pk)
    question = Question(_("Move the meeting"), _("Move it"), _page_of(found), found.gathering.title)

    def act(form: Any) -> str:
        return _page_of(actions.reschedule_meeting(actor=request.user, meeting=found, **form.times))

    form = MoveForm(filled(request), initial=MoveForm.initial_of(found))
    return ask(question, request, policies.may_reschedule(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    found = meeting_or_404(pk)
    lead = _("Its page stays, with the reason. What is on its agenda goes to the meeting that you name.")
    question = Question(
        _("Cancel the meeting"), _("Cancel it"), _page_of(found), found.gathering.title, lead=lead, kind="grave"
    )

    def act(form: Any) -> str:
        return _page_of(actions.cancel_meeting(actor=request.user, meeting=found, **form.cleaned_data))

    form = CancelForm(filled(request), meeting=found)
    return ask(question, request, policies.may_cancel(viewer(request), found), form, act, calls=found.body)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def new_item(request: HttpRequest, pk: int) -> HttpResponse:
    found = meeting_or_404(pk)
    question = Question(_("Add an item to the agenda"), _("Add it"), _page_of(found), found.gathering.title)

    def act(form: Any) -> str:
        actions.add_agenda_item(actor=request.user, meeting=found, **form.cleaned_data)
        return _page_of(found)

    form = ItemForm(filled(request))
    if found.gathering.state == State.SCHEDULED:
        del form.fields["late_reason"]
    return ask(question, request, policies.may_add_item(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """In time it is one button; too late, the chair's reason is asked for, with the days that make it late."""
    found = meeting_or_404(pk)
    gate = timing(found.publish_by)
    question = Question(
        _("Publish the agenda"), _("Publish it"), _page_of(found), found.gathering.title, about="committees/_gate.html"
    )

    def act(form: Any) -> str:
        reason = form.cleaned_data.get("short_notice_reason", "")
        return _page_of(actions.publish_agenda(actor=request.user, meeting=found, short_notice_reason=reason))

    form = PublishForm(filled(request))
    if gate.in_time:
        del form.fields["short_notice_reason"]
    else:
        form.fields["short_notice_reason"].required = True
    verdict = policies.may_publish_agenda(viewer(request), found)
    return ask(question, request, verdict, form, act, gate=gate, meeting=found)


@require_POST
@limited("committees", times=TIMES, seconds=SECONDS)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    return done(request, _page_of(actions.start_meeting(actor=request.user, meeting=meeting_or_404(pk))))


@require_POST
@limited("committees", times=TIMES, seconds=SECONDS)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    return done(request, _page_of(actions.end_meeting(actor=request.user, meeting=meeting_or_404(pk))))


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    found = meeting_or_404(pk)
    lead = _("This body decides with %(quorum)s voting members there. Write it again as people come and go.") % {
        "quorum": found.body.quorum
    }
    question = Question(
        _("Who is there?"), _("Write it down"), _page_of(found), found.gathering.title, lead=lead, dense=True
    )

    def act(form: Any) -> str:
        present, apologies = form.with_kind("present"), form.with_kind("apologies")
        actions.record_attendance(actor=request.user, meeting=found, present=present, apologies=apologies)
        return _page_of(found)

    form = AttendanceForm(filled(request), seats=seats_of(found.body), attendance=attendance_of(found.gathering))
    return ask(question, request, policies.may_record_attendance(viewer(request), found), form, act)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("committees", times=TIMES, seconds=SECONDS)
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    found = meeting_or_404(pk)
    last = found.gathering.notes.order_by("-version").first()
    question = Question(_("Minutes"), _("Publish the draft"), _page_of(found), found.gathering.title)

    def act(form: Any) -> str:
        actions.write_minutes(actor=request.user, meeting=found, text=form.cleaned_data["text"])
        return f"{_page_of(found)}#minutes"

    form = MinutesForm(filled(request), initial={"text": last.text if last else ""})
    return ask(question, request, policies.may_write_minutes(viewer(request), found), form, act)


@require_POST
@limited("committees", times=TIMES, seconds=SECONDS)
def agree(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    found = meeting_or_404(pk)
    notes = get_object_or_404(found.gathering.notes, version=version)
    actions.agree_minutes(actor=request.user, meeting=found, notes=notes)
    return done(request, f"{_page_of(found)}#minutes")


def _page_of(found: Meeting) -> str:
    return reverse("committees:meeting", args=[found.pk])
