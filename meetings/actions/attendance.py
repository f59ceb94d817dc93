"""Who came: by the code that they show, by name, or counted without one."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person, StakeholderKind, Standing
from core import now
from core.verdicts import YES, Refused, Verdict, no, require
from meetings.models import Attendance, Gathering, WalkIn
from meetings.policies import can_change, can_check_in, can_count


@transaction.atomic
def record_attendance(
    *, actor: Any, gathering: Gathering, person: Any, kind: str, capacity: str = "", verdict: Verdict = YES
) -> Attendance:
    """That `person` is present, sent apologies or is absent; written again, the later word counts. Never an entry in the record."""
    require(verdict)
    # Apologies come beforehand; who is there can be seen only then.
    require(
        can_change(gathering)
        if kind == Attendance.Kind.APOLOGIES and not can_count(gathering)
        else can_count(gathering)
    )
    values = {"kind": kind, "capacity": capacity, "at": now()}
    if kind == Attendance.Kind.PRESENT:
        values |= _as_they_stand(person)
    attendance, _created = Attendance.objects.update_or_create(gathering=gathering, person=person, defaults=values)
    return attendance


@transaction.atomic
def check_in(
    *, actor: Any, gathering: Gathering, code: str = "", person: Person | None = None, verdict: Verdict = YES
) -> Attendance:
    """Whoever shows this code, or `person`, is there. Written down once: a second time says that they are in already."""
    require(verdict)
    require(can_check_in(gathering))
    if person is None:
        own = gathering.registrations.live().filter(code=code).select_related("person").first()
        if own is None:
            raise Refused(no(_("Nobody has registered for this meeting with that code.")))
        person = own.person
    values = {"kind": Attendance.Kind.PRESENT, "at": now(), **_as_they_stand(person)}
    found, created = Attendance.objects.get_or_create(gathering=gathering, person=person, defaults=values)
    if not created and found.kind == Attendance.Kind.PRESENT:
        raise Refused(no(_("%(name)s is in already.") % {"name": person.display_name}))
    if not created:
        for name, value in values.items():
            setattr(found, name, value)
        found.save(update_fields=tuple(values))
    return found


@transaction.atomic
def count_walk_in(
    *,
    actor: Any,
    gathering: Gathering,
    stakeholder: str = StakeholderKind.RESIDENT,
    ward: Any = None,
    organisation: str = "",
    verdict: Verdict = YES,
) -> WalkIn:
    """One more person was there, of this kind and ward; who it was is not written down."""
    require(verdict)
    require(can_check_in(gathering))
    return WalkIn.objects.create(
        gathering=gathering, stakeholder=stakeholder, ward=ward, organisation=organisation.strip()
    )


def _as_they_stand(person: Person) -> dict[str, Any]:
    """In what capacity, from which ward and for which organisation somebody is there, as of today."""
    stands = {row.kind: row.of for row in Standing.objects.filter(person=person)}
    order = (StakeholderKind.SERVICE_USER, StakeholderKind.SERVICE_WORKER, StakeholderKind.ORGANISATION)
    kind = next((kind.value for kind in order if kind in stands), StakeholderKind.RESIDENT.value)
    organisation = stands.get(StakeholderKind.ORGANISATION.value, "")
    return {"stakeholder": kind, "ward_id": person.ward_id, "organisation": organisation}
