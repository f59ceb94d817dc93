"""The notes: drafted, objected to, corrected in versions, and agreed; with the agreed notes goes the closing report."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.queries import person_of
from clocks.actions import meet, set_deadline
from clocks.models import Deadline
from clocks.queries import deadline_of
from core import now, today
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import YES, Refused, Verdict, no, require
from ledger.actions import record
from meetings import events, hosts
from meetings.actions.holding import held
from meetings.models import Gathering, Notes, Objection, Recording, Report
from meetings.policies import can_be_written_up, may_object
from meetings.queries.reports import facts_of

RULE = "meetings.notes"


@transaction.atomic
def write_notes(*, actor: Any, gathering: Gathering, text: str, verdict: Verdict = YES) -> Notes:
    """The notes have a new version, not agreed yet; earlier ones stay readable, and what was objected to them is settled by this one.

    For an assembly the days in which its members can object begin today.
    """
    require(verdict)
    require(can_be_written_up(gathering))
    if not text.strip():
        raise Refused(no(_("The notes need words.")))
    row = held(gathering)
    last = row.notes.aggregate(last=Max("version"))["last"] or 0
    notes = Notes.objects.create(gathering=gathering, version=last + 1, text=text.strip(), at=now())
    Objection.objects.filter(notes__gathering=gathering, settled_by=None).update(settled_by=notes)
    if hosts.is_assembly(row.host_kind):
        set_deadline(subject=row, rule=RULE, start=today())
    record(events.NotesWritten(gathering.pk, notes.version), actor=actor, subject=gathering)
    return notes


@transaction.atomic
def object_to_notes(*, actor: Any, notes: Notes, reason: str) -> Objection:
    """The notes are not agreed as they stand; the reason is public, and the next version settles it."""
    row = held(notes.gathering)
    require(may_object(actor, notes))
    person = person_of(actor)
    assert person is not None
    if not reason.strip():
        raise Refused(no(_("Say what is wrong in the notes: the reason is published beside them.")))
    if notes.objections.filter(person=person).exists():
        raise Refused(no(_("You have objected to this version already.")))
    objection = Objection.objects.create(notes=notes, person=person, reason=reason.strip(), at=now())
    record(events.NotesObjected(row.pk, notes.version, objection.pk), actor=actor, subject=notes.gathering)
    return objection


@transaction.atomic
def agree_notes(*, actor: Any, notes: Notes, verdict: Verdict = YES) -> Notes:
    """The members have agreed to this version, which must be the latest, with nothing objected; an assembly's closing report is out.

    Raises StateConflict where it is not the latest, or agreed already.
    """
    require(verdict)
    row = held(notes.gathering)
    latest = row.notes.order_by("-version").first()
    if latest is None or latest.pk != notes.pk or latest.agreed_at is not None:
        raise StateConflict
    if notes.objections.filter(settled_by=None).exists():
        raise Refused(no(_("A member objects to this version. Write a new version that settles it.")))
    notes.agreed_at = now()
    notes.save(update_fields=("agreed_at",))
    record(events.NotesAgreed(row.pk, notes.version), actor=actor, subject=notes.gathering)
    if hosts.is_assembly(row.host_kind):
        deadline = deadline_of(key_of(row), RULE)
        if deadline is not None:
            meet(deadline=deadline)
        _report(row, notes)
    return notes


@transaction.atomic
def agree_unopposed(*, deadline: Deadline) -> Notes | None:
    """The days for objections are over and none is open: the notes are agreed. None where somebody objects, or they are agreed already."""
    row = held(Gathering(pk=deadline.subject_id))
    latest = row.notes.order_by("-version").first()
    current = deadline_of(key_of(row), RULE)
    if latest is None or latest.agreed_at is not None or current is None or current.due >= today():
        return None
    if latest.objections.filter(settled_by=None).exists():
        return None
    return agree_notes(actor=None, notes=latest)


@transaction.atomic
def add_recording(*, actor: Any, gathering: Gathering, title: str, url: str, verdict: Verdict = YES) -> Recording:
    """A sound or video of the meeting is linked from its page."""
    require(verdict)
    require(can_be_written_up(gathering))
    recording, _created = Recording.objects.get_or_create(
        gathering=gathering, url=url, defaults={"title": title.strip(), "at": now()}
    )
    return recording


def _report(gathering: Gathering, notes: Notes) -> Report:
    last = gathering.reports.aggregate(last=Max("version"))["last"] or 0
    report = Report.objects.create(
        gathering=gathering, version=last + 1, notes=notes, facts=facts_of(gathering), at=now()
    )
    record(events.ReportPublished(gathering.pk, report.version), actor=None, subject=gathering)
    return report
