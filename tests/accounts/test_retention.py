from datetime import timedelta

import pytest

from accounts import retention
from accounts.actions import ask_export, build_export, carry_out_retention, report_retention
from accounts.models import DataExport, LetterCode, Level, Person, RetentionRun, Role, User
from accounts.tasks import report_retention as report_task
from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused
from ledger.delivery import deliver_all
from notifications.models import Mail, Notice
from tests.cast import client_as, person

pytestmark = pytest.mark.django_db
LONG = timedelta(days=701)


def _silent(**fields):
    one = person("Silent Sam", **fields)
    User.objects.filter(pk=one.user_id).update(last_login=now() - LONG, date_joined=now() - 2 * LONG)
    return one


def test_a_report_changes_nothing(administrator):
    sam = _silent()

    run = report_retention(actor=administrator)

    assert run.report["warn_first"] == [sam.user_id]
    assert User.objects.get(pk=sam.user_id).warnings == 0


def test_administrators_are_told_of_a_report_that_waits_and_led_to_it(administrator, clerk, stirchley):
    report_retention()
    _silent()
    report_retention()
    deliver_all()

    told = Notice.objects.filter(event="accounts.RetentionReported")
    assert [notice.user_id for notice in told] == [administrator.pk]
    shown = client_as(administrator).get("/inbox/").content.decode()
    assert "A report on personal data past its time waits for you: 1 case." in shown
    assert 'href="/me/retention/"' in shown


def test_the_silent_are_warned_twice_and_then_forgotten(administrator):
    sam = _silent()
    start = now()

    for days in (0, 31, 62):
        with clock.at(start + timedelta(days=days)):
            carry_out_retention(actor=administrator, run=report_retention())
            deliver_all()

    assert Person.objects.get(pk=sam.pk).display_name == "A resident"
    assert not User.objects.get(pk=sam.user_id).is_active


def test_a_warning_goes_out_by_mail_whatever_channel_was_chosen(administrator):
    sam = _silent()

    carry_out_retention(actor=administrator, run=report_retention())
    deliver_all()

    assert Notice.objects.filter(user=sam.user_id, event="accounts.AccountWarned").exists()
    assert Mail.objects.filter(user=sam.user_id).exists()


def test_who_comes_back_between_report_and_deed_is_left_alone(administrator):
    sam = _silent()
    run = report_retention()
    User.objects.filter(pk=sam.user_id).update(last_login=now())

    assert carry_out_retention(actor=administrator, run=run) == 0
    assert User.objects.get(pk=sam.user_id).warnings == 0


def test_who_became_due_after_the_report_waits_for_the_next(administrator):
    run = report_retention()
    _silent()

    assert carry_out_retention(actor=administrator, run=run) == 0


def test_officers_and_those_a_floor_above_keeps_are_spared(administrator, monkeypatch):
    monkeypatch.setattr(retention, "_keepers", {})
    _silent(roles=(Role.CLERK,))
    seated = _silent()
    retention.keeps(lambda ids: {pk for pk in ids if pk == seated.user_id})

    assert report_retention().report["warn_first"] == []


def test_a_proved_address_is_forgotten_after_three_months(administrator):
    old = person(level=Level.VERIFIED, address="7 Oak Road", verified_at=now() - timedelta(days=91))
    new = person(level=Level.VERIFIED, address="8 Oak Road")

    carry_out_retention(actor=administrator, run=report_retention())

    assert [Person.objects.get(pk=one.pk).address for one in (old, new)] == ["", "8 Oak Road"]


def test_lapsed_copies_codes_and_unconfirmed_sign_ups_go(administrator, ben):
    build_export(export_id=ask_export(actor=ben).pk)
    LetterCode.objects.create(person=ben.person, asked_at=now(), expires_at=now() + timedelta(days=1))
    never = person("Never", level=Level.NONE)
    start = now()

    with clock.at(start + timedelta(days=40)):
        carry_out_retention(actor=administrator, run=report_retention())

    assert not DataExport.objects.exists()
    assert not LetterCode.objects.exists()
    assert Person.objects.get(pk=never.pk).erased_at is not None
    assert Person.objects.get(pk=ben.person.pk).erased_at is None


def test_a_report_is_carried_out_once_and_while_fresh(administrator, clerk):
    run = report_retention()
    stale = RetentionRun.objects.create(at=now() - timedelta(days=8))
    twin = RetentionRun.objects.get(pk=run.pk)

    with pytest.raises(Refused):
        carry_out_retention(actor=clerk, run=run)
    with pytest.raises(Refused, match="more than a week old"):
        carry_out_retention(actor=administrator, run=stale)
    carry_out_retention(actor=administrator, run=run)
    with pytest.raises(Refused, match="carried out already"):
        carry_out_retention(actor=administrator, run=run)
    with pytest.raises(StateConflict):
        carry_out_retention(actor=administrator, run=twin)


def test_the_weekly_job_only_reports():
    sam = _silent()

    report_task()
    report_task()

    assert RetentionRun.objects.count() == 2
    assert User.objects.get(pk=sam.user_id).warnings == 0


def test_a_report_holds_ids_and_nothing_else(administrator):
    _silent(address="7 Oak Road")

    found = report_retention().report

    assert all(isinstance(pk, int) for ids in found.values() for pk in ids)
