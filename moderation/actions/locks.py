"""Take a thing on the desk, take it over, give it back. Nobody decides on what they do not have."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from core import now
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused, Verdict, require
from ledger.actions import record
from moderation.events import ItemTakenOver
from moderation.models import Lock, TakeOver
from moderation.policies.locks import has_it, may_take, may_take_over
from moderation.queries.locks import lock_of
from moderation.queries.settings import numbers


class NotHeld(StateConflict):
    """Somebody else has it now, or nobody has; the sentence says which."""

    def __init__(self, verdict: Verdict) -> None:
        Refused.__init__(self, verdict)


@transaction.atomic
def take(*, actor: Any, subject: models.Model, verdict: Verdict) -> Lock:
    """It is on this moderator's desk for some minutes from now; of two who take it at once one has it, and the other is told who."""
    require(may_take(actor, subject, verdict))
    kind, pk = key_of(subject)
    values = _values(actor)
    try:
        with transaction.atomic():
            return Lock.objects.create(subject_kind=kind, subject_id=pk, **values)
    except IntegrityError:
        # A lapsed lock is anybody's, and one's own begins afresh.
        free = Q(until__lte=values["taken_at"]) | Q(by=actor)
        if not Lock.objects.of(kind, pk).filter(free).update(**values):
            raise NotHeld(has_it(actor, lock_of((kind, pk)))) from None
    return Lock.objects.of(kind, pk).get()


@transaction.atomic
def take_over(*, actor: Any, subject: models.Model, verdict: Verdict, since: Any = None) -> Lock:
    """It is on this moderator's desk and no longer on the other's, who is told. `since` is the moment of the lock that was seen, if the caller knows it."""
    kind, pk = key_of(subject)
    seen = Lock.objects.of(kind, pk).select_for_update(of=("self",)).first()
    require(may_take_over(actor, subject, verdict, seen))
    if seen is None or (since is not None and seen.taken_at != since):
        raise StateConflict
    logged = TakeOver.objects.create(subject_kind=kind, subject_id=pk, from_user=seen.by, by=actor, at=now())
    Lock.objects.filter(pk=seen.pk).update(**_values(actor))
    event = ItemTakenOver(take_over_id=logged.pk, subject_kind=kind, subject_id=pk)
    record(event, actor=actor, subject=subject, role="moderator", public=False)
    return Lock.objects.get(pk=seen.pk)


@transaction.atomic
def give_back(*, actor: Any, subject: models.Model) -> None:
    """Whoever comes next may take it."""
    key = key_of(subject)
    require(has_it(actor, lock_of(key)))
    Lock.objects.of(*key).filter(by=actor).delete()


def require_held(actor: Any, subject: models.Model) -> None:
    """The caller's transaction goes on only while `actor` has the thing on the desk; its lock ends with the act. The system needs none."""
    if actor is None:
        return
    held = Lock.objects.of(*key_of(subject)).select_for_update(of=("self",)).select_related("by__person").first()
    if not (verdict := has_it(actor, held)):
        raise NotHeld(verdict)
    if held is not None:
        held.delete()


def _values(actor: Any) -> dict[str, Any]:
    moment = now()
    return {"by": actor, "taken_at": moment, "until": moment + timedelta(minutes=int(numbers()["desk.lock_minutes"]))}
