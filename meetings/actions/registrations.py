"""Places at a gathering: offered, taken in the order of asking, given up, and given on to whoever waits."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Standing
from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.verdicts import YES, Refused, Verdict, no, require
from ledger.actions import record
from meetings import events
from meetings.actions.holding import held
from meetings.models import Answer, Attendance, Gathering, Objection, Pool, Question, Registration
from meetings.policies import can_change, may_cancel_registration, may_register
from meetings.states import Mode, RegistrationState, Way

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 and O, 1 and I: a code may be read out at the door


@transaction.atomic
def offer_places(
    *,
    actor: Any,
    gathering: Gathering,
    size: int | None,
    reserved: Mapping[str, int] | None = None,
    questions: Sequence[str] | None = None,
    verdict: Verdict = YES,
) -> None:
    """People register for this gathering: `size` places for everybody (none: no limit), so many more reserved for each kind.

    Whoever waits moves up as far as there is room now. Fewer places than are taken already are refused. Questions that
    stand are kept once somebody has registered; before, they are what is given here.
    """
    require(verdict)
    row = held(gathering)
    require(can_change(row))
    kept = {kind: number for kind, number in (reserved or {}).items() if number}
    if size is None and kept:
        raise Refused(no(_("Where there is no limit, no place can be reserved. Say how many places there are.")))
    _resize(row, {"": size, **kept})
    if questions is not None and not row.registrations.exists():
        row.questions.all().delete()
        texts = [text.strip() for text in questions if text.strip()]
        Question.objects.bulk_create(
            Question(gathering=row, number=number, text=text) for number, text in enumerate(texts, start=1)
        )
    _move_up(row)
    event = events.RegistrationOpened(row.pk, (size or 0) + sum(kept.values()), sum(kept.values()))
    record(event, actor=actor, subject=gathering)


@transaction.atomic
def register(
    *,
    actor: Any,
    gathering: Gathering,
    way: str = Way.IN_PERSON,
    needs: str = "",
    answers: Mapping[int, str] | None = None,
) -> Registration:
    """The actor has a place, or the last place on the waiting list. `answers` are texts by the keys of the questions.

    Two who ask at once ask one after the other. Whoever cancelled before stands where their new asking puts them.
    """
    row = held(gathering)
    require(may_register(actor, row))
    person = person_of(actor)
    assert person is not None
    way = way_of(row, way)
    pool = _free_pool(row, person.pk) if _fills_a_chair(row, way) else None
    there = pool is not None or not _fills_a_chair(row, way)
    last = row.registrations.aggregate(last=Max("number"))["last"] or 0
    values = {
        "number": last + 1,
        "way": way,
        "state": RegistrationState.IN if there else RegistrationState.WAITING,
        "pool": pool,
        "needs": needs.strip(),
        "at": now(),
    }
    found, _created = Registration.objects.update_or_create(
        gathering=gathering, person=person, defaults=values, create_defaults={**values, "code": _code()}
    )
    found.answers.all().delete()
    asked = set(row.questions.values_list("pk", flat=True))
    Answer.objects.bulk_create(
        Answer(registration=found, question_id=pk, text=text.strip())
        for pk, text in (answers or {}).items()
        if pk in asked and text.strip()
    )
    event = events.RegistrationTaken(row.pk, found.pk, found.code, not there, row.starts_at.isoformat())
    record(event, actor=actor, subject=gathering, public=False)
    return found


@transaction.atomic
def cancel_registration(*, actor: Any, registration: Registration) -> Registration:
    """The actor does not come; the first on the waiting list for whom that place is has it. Raises StateConflict if it was cancelled meanwhile."""
    row = held(registration.gathering)
    registration.refresh_from_db()
    require(may_cancel_registration(actor, registration))
    if registration.state == RegistrationState.CANCELLED:
        raise StateConflict
    registration.state, registration.pool, registration.needs = RegistrationState.CANCELLED, None, ""
    registration.save(update_fields=("state", "pool", "needs"))
    registration.answers.all().delete()
    record(events.RegistrationCancelled(row.pk, registration.pk), actor=actor, subject=row, public=False)
    _move_up(row)
    return registration


@transaction.atomic
def forget_registrations(*, person_id: int) -> None:
    """Nothing says any more that this person wanted to come, and a place that was theirs is somebody else's."""
    for pk in Registration.objects.filter(person=person_id).values_list("gathering", flat=True):
        row = held(Gathering(pk=pk))
        row.registrations.filter(person=person_id).delete()
        if can_change(row) and row.starts_at > now():
            _move_up(row)


@transaction.atomic
def fold_persons(*, person_id: int, into_id: int) -> None:
    """The places, attendance and objections of one person are those of another, who is the same human being; doubles go."""
    theirs = Registration.objects.filter(person=person_id)
    for row in theirs.filter(gathering__in=Registration.objects.filter(person=into_id).values("gathering")):
        meeting = held(Gathering(pk=row.gathering_id))
        kept = Registration.objects.get(gathering=meeting, person=into_id)
        # A place outlives a turn on the waiting list.
        better, worse = (row, kept) if _rank(row) < _rank(kept) else (kept, row)
        worse.delete()
        if better.person_id != into_id:
            Registration.objects.filter(pk=better.pk).update(person=into_id)
        if can_change(meeting) and meeting.starts_at > now():
            _move_up(meeting)
    theirs.update(person=into_id)
    mine = Attendance.objects.filter(person=into_id).values("gathering")
    Attendance.objects.filter(person=person_id, gathering__in=mine).delete()
    Attendance.objects.filter(person=person_id).update(person=into_id)
    settled = Objection.objects.filter(person=into_id).values("notes")
    Objection.objects.filter(person=person_id).exclude(notes__in=settled).update(person=into_id)


def _rank(registration: Registration) -> tuple[int, int]:
    order = (RegistrationState.IN, RegistrationState.WAITING, RegistrationState.CANCELLED)
    return order.index(RegistrationState(registration.state)), registration.number


def way_of(gathering: Gathering, asked: str) -> str:
    """How somebody takes part: as they say where there is a choice, else as the gathering is held."""
    if gathering.mode == Mode.HYBRID:
        return Way(asked).value
    return Way.ONLINE.value if gathering.mode == Mode.ONLINE else Way.IN_PERSON.value


def _resize(gathering: Gathering, sizes: Mapping[str, int | None]) -> None:
    """The pools are these. A trigger refuses less than is taken; it is asked here first, for the sentence."""
    taken = _taken(gathering)
    for kind in {pool.kind for pool in gathering.pools.all()} | set(sizes):
        size, there = sizes.get(kind, 0), taken.get(kind, 0)
        if size is not None and size < there:
            raise Refused(no(_("%(n)d places of these are taken already. Offer at least as many.") % {"n": there}))
        Pool.objects.update_or_create(gathering=gathering, kind=kind, defaults={"size": size})


def _move_up(gathering: Gathering) -> None:
    """Nobody waits while a place that is for them is free: the first in order goes first."""
    waiting = list(gathering.registrations.waiting().only("pk", "person_id", "code", "number"))
    for one in waiting:
        pool = _free_pool(gathering, one.person_id)
        if pool is None:
            continue  # a later one may be of a kind for which a place is reserved
        Registration.objects.filter(pk=one.pk, state=RegistrationState.WAITING).update(
            state=RegistrationState.IN, pool=pool
        )
        event = events.MovedUp(gathering.pk, one.pk, one.code, gathering.starts_at.isoformat())
        record(event, actor=None, subject=gathering, public=False)


def _free_pool(gathering: Gathering, person_id: int) -> Pool | None:
    """A place for this person: first one reserved for their kind, so that the places for everybody last longer."""
    taken = _taken(gathering)
    free = [pool for pool in gathering.pools.all() if pool.size is None or taken.get(pool.kind, 0) < pool.size]
    if any(pool.kind for pool in free):
        # Who reserves a place for service users means those whose word somebody has checked.
        checked = Standing.objects.filter(person=person_id, checked_at__isnull=False)
        kinds = set(checked.values_list("kind", flat=True))
        mine = next((pool for pool in free if pool.kind and pool.kind in kinds), None)
        if mine is not None:
            return mine
    return next((pool for pool in free if not pool.kind), None)


def _taken(gathering: Gathering) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind in gathering.registrations.filter(pool__isnull=False).values_list("pool__kind", flat=True):
        found[kind] = found.get(kind, 0) + 1
    return found


def _fills_a_chair(gathering: Gathering, way: str) -> bool:
    """Beside a room, those who take part online need no place; online alone, the places are the connections."""
    return way == Way.IN_PERSON or gathering.mode == Mode.ONLINE


def _code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(8))
