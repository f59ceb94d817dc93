"""What time takes away: first reported, then, when an administrator says so, done."""

from typing import Any

from django.db import transaction
from django.db.models import F

from accounts.actions.erasing import erase_person
from accounts.actions.exports import throw_away
from accounts.events import AccountWarned, RetentionCarriedOut, RetentionReported
from accounts.models import DataExport, LetterCode, Person, RetentionRun, User
from accounts.policies import may_carry_out, may_run_retention
from accounts.retention import due
from core import now
from core.states import StateConflict
from core.verdicts import require
from ledger.actions import record


@transaction.atomic
def report_retention(*, actor: Any = None) -> RetentionRun:
    """What is due to go stands in a report, by rule and id; nothing else has changed."""
    require(may_run_retention(actor))
    found = due()
    run = RetentionRun.objects.create(report=found)
    record(RetentionReported(run_id=run.pk, count=run.count), actor=actor, subject=run, public=False)
    return run


@transaction.atomic
def carry_out_retention(*, actor: User, run: RetentionRun) -> int:
    """What was reported and is still due has gone or is warned; gives how many. Who came back since the report is left alone."""
    require(may_carry_out(actor, run))
    swapped = RetentionRun.objects.filter(pk=run.pk, carried_out_at=None).update(
        carried_out_at=now(), carried_out_by=actor
    )
    if not swapped:
        raise StateConflict
    still = due()
    todo = {rule: sorted(set(ids) & set(run.report.get(rule, ()))) for rule, ids in still.items()}
    for user in User.objects.select_related("person").filter(pk__in=todo["warn_first"] + todo["warn_second"]):
        _warn(actor, user)
    for rule, why in (("remove", "silent"), ("unconfirmed", "unconfirmed")):
        for person in Person.objects.filter(user_id__in=todo[rule]):
            erase_person(actor=None, person=person, why=why)
    Person.objects.filter(pk__in=todo["addresses"]).update(address="")
    throw_away(DataExport.objects.filter(pk__in=todo["exports"]))
    LetterCode.objects.filter(pk__in=todo["codes"]).delete()
    count = sum(len(ids) for ids in todo.values())
    record(
        RetentionCarriedOut(run_id=run.pk, count=count), actor=actor, subject=run, role="administrator", public=False
    )
    run.refresh_from_db()
    return count


def _warn(actor: User, user: User) -> None:
    User.objects.filter(pk=user.pk).update(warnings=F("warnings") + 1, warned_at=now())
    event = AccountWarned(person_id=user.person.pk, warning=user.warnings + 1)
    record(event, actor=actor, subject=user.person, public=False)
