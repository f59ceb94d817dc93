"""In what capacity people take part: said by themselves, checked by an officer."""

from django.db import transaction

from accounts.events import StandingChecked, StandingDeclared, StandingEnded
from accounts.models import StakeholderKind, Standing, User, WorkerKind
from accounts.policies import may_check_standing, may_declare_standing, may_say
from core import now
from core.text import one_line
from core.verdicts import no, require
from ledger.actions import record


@transaction.atomic
def declare_standing(*, actor: User, kind: str, of: str = "") -> Standing:
    """The person takes part as a user or worker of a service or for an organisation, by their own word."""
    require(may_declare_standing(actor))
    of = one_line(of)[:120]
    require(may_say(actor, of))
    standing, created = Standing.objects.get_or_create(person=actor.person, kind=kind, of=of)
    if created:
        record(StandingDeclared(person_id=actor.person.pk, kind=kind), actor=actor, subject=actor.person, public=False)
    return standing


@transaction.atomic
def end_standing(*, actor: User, standing: Standing) -> None:
    """The person no longer takes part in this capacity."""
    require(may_declare_standing(actor) if standing.person_id == actor.person.pk else no(""))
    record(
        StandingEnded(person_id=standing.person_id, kind=standing.kind), actor=actor, subject=actor.person, public=False
    )
    standing.delete()


@transaction.atomic
def check_standing(*, actor: User, standing: Standing, worker_kind: WorkerKind | None = None) -> Standing:
    """An officer has seen that it is so, and of a service worker which kind of work it is."""
    require(may_check_standing(actor))
    standing.checked_by, standing.checked_at = actor, now()
    if standing.kind == StakeholderKind.SERVICE_WORKER:
        standing.worker_kind = worker_kind
    standing.save(update_fields=("checked_by", "checked_at", "worker_kind"))
    record(
        StandingChecked(person_id=standing.person_id, kind=standing.kind),
        actor=actor,
        subject=standing.person,
        role="officer",
        public=False,
    )
    return standing
