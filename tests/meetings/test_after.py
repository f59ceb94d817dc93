"""After the meeting: notes, objections, agreement, recordings, the closing report."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock
from core.states import StateConflict
from core.verdicts import Refused
from ledger.models import Entry
from ledger.tasks import deliver
from meetings import actions, policies, tasks
from meetings.models import Objection, Report
from meetings.states import State
from notifications.models import Notice
from tests.cast import client_as, people
from tests.scenes.meetings import gathering, held

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 11, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _that_day():
    with clock.at(DAY):
        yield


def days_later(days):
    return clock.at(DAY + timedelta(days=days))


def written(**fields):
    found = held(**fields)
    return found, actions.write_notes(actor=None, gathering=found, text="We met and **agreed**.")


def test_notes_are_agreed_by_themselves_when_nobody_objects_for_fourteen_days(assembly):
    found, notes = written()
    agreed = []
    for days in (14, 15, 16):
        with days_later(days):
            tasks.agree_unopposed()
        agreed.append(found.notes.exclude(agreed_at=None).count())

    notes.refresh_from_db()
    assert agreed == [0, 1, 1]
    assert Entry.objects.filter(event="meetings.NotesAgreed").count() == 1


def test_an_open_objection_holds_the_agreement_until_a_new_version_settles_it(assembly, esi, client):
    found, first = written()
    actions.object_to_notes(actor=esi, notes=first, reason="We did not agree on trams.")
    with days_later(15):
        tasks.agree_unopposed()
        before = client.get(f"/meetings/{found.pk}/").content.decode()
        with pytest.raises(Refused, match="Write a new version"):
            actions.agree_notes(actor=None, notes=first)
        second = actions.write_notes(actor=None, gathering=found, text="We met; trams stay open.")
        tasks.agree_unopposed()
    with days_later(30):
        tasks.agree_unopposed()

    second.refresh_from_db()
    after = client.get(f"/meetings/{found.pk}/").content.decode()
    assert "We did not agree on trams." in before
    assert "A member objects: a new version settles it." in before
    assert (Objection.objects.get().settled_by, bool(second.agreed_at)) == (second, True)
    assert "settled by version 2" in after


def test_who_may_object_and_why_not(assembly, esi, ben, finn):
    found, first = written()
    second = actions.write_notes(actor=None, gathering=found, text="Better.")

    said = [
        str(policies.may_object(user, notes).reason)
        for user, notes in ((esi, second), (esi, first), (ben, second), (finn, second))
    ]
    with days_later(15):
        late = str(policies.may_object(esi, second).reason)
        actions.agree_notes(actor=None, notes=second)
        agreed = str(policies.may_object(esi, second).reason)

    assert [*said, late, agreed] == [
        "", "There is a newer version of these notes.", "Only members object to the notes of their meeting.", "Sign in to do this.",
        "The days in which members can object to these notes are over.",
        "These notes are agreed. What is wrong in them can be said at the next meeting.",
    ]  # fmt: skip


def test_nobody_objects_twice_to_one_version_or_without_a_reason(assembly, esi):
    _found, notes = written()
    with pytest.raises(Refused, match="Say what is wrong"):
        actions.object_to_notes(actor=esi, notes=notes, reason="  ")
    actions.object_to_notes(actor=esi, notes=notes, reason="No.")

    with pytest.raises(Refused, match="already"):
        actions.object_to_notes(actor=esi, notes=notes, reason="Still no.")


def test_one_objects_in_the_browser_and_those_who_run_it_are_told(assembly, esi, dov):
    found, _notes = written()

    client_as(esi).post(f"/meetings/{found.pk}/notes/1/objection/", {"reason": "We did not agree."})
    deliver()

    assert Objection.objects.get().reason == "We did not agree."
    assert list(Notice.objects.filter(user=dov).values_list("event", "audience")) == [
        ("meetings.NotesObjected", "runners")
    ]


def test_a_facilitator_writes_down_an_agreement_only_at_a_later_meeting(assembly, dov):
    found, _notes = written()
    before = policies.may_agree_notes(dov, found)
    gathering(state=State.IN_SESSION, starts_at=found.starts_at + timedelta(days=30))

    after = policies.may_agree_notes(dov, found)
    client_as(dov).post(f"/meetings/{found.pk}/notes/1/agreement/")

    assert ("next meeting" in str(before.reason), bool(after), found.notes.get().agreed_at) == (True, True, clock.now())


def test_the_closing_report_has_figures_outcomes_recordings_and_the_agreed_notes(assembly, client):
    found = gathering(state=State.IN_SESSION)
    item = actions.add_item(actor=None, gathering=found, title="Buses")
    for each in people(6):
        actions.check_in(actor=None, gathering=found, person=each)
    actions.settle_item(actor=None, item=item, outcome="We write to the operator.")
    actions.end(actor=None, gathering=found)
    actions.add_recording(actor=None, gathering=found, title="Sound", url="https://sound.example.org/1")
    notes = actions.write_notes(actor=None, gathering=found, text="We met and **agreed**.")

    actions.agree_notes(actor=None, notes=notes)

    text = client.get(f"/meetings/{found.pk}/report/").content.decode()
    for words in (
        "6 people were there.",
        "Buses",
        "We write to the operator.",
        "https://sound.example.org/1",
        "<strong>agreed</strong>",
    ):
        assert words in text
    assert Report.objects.get().facts["wards"] == [["Stirchley", 6]]


def test_a_report_is_never_changed_and_later_notes_make_a_later_one(assembly):
    found, notes = written()
    actions.agree_notes(actor=None, notes=notes)
    actions.agree_notes(actor=None, notes=actions.write_notes(actor=None, gathering=found, text="Corrected."))

    for change in (lambda: Report.objects.update(facts={}), lambda: Report.objects.first().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert list(found.reports.values_list("version", "notes__version")) == [(1, 1), (2, 2)]


def test_notes_that_are_written_stay_as_they_were_written(assembly):
    found, _notes = written()

    with pytest.raises(IntegrityError), transaction.atomic():
        found.notes.update(text="Something else")


def test_agreed_once_and_the_latest_only(assembly):
    _found, notes = written()
    actions.agree_notes(actor=None, notes=notes)

    with pytest.raises(StateConflict):
        actions.agree_notes(actor=None, notes=notes)


def test_before_there_is_a_report_its_address_is_empty(assembly, client):
    found, _notes = written()

    assert client.get(f"/meetings/{found.pk}/report/").status_code == 404


def test_a_body_of_the_council_agrees_to_its_minutes_in_its_own_way(dov):
    found, notes = written()

    actions.agree_notes(actor=None, notes=notes)

    assert found.reports.count() == 0
