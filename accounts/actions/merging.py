"""Two persons turn out to be one human being."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions.levels import locked
from accounts.events import LevelChanged, PeopleMerged
from accounts.merging import all_folds
from accounts.models import Person, Standing
from accounts.policies import may_merge_people
from core.verdicts import no, require
from ledger.actions import record

_HOME = ("level", "ward", "postcode", "address", "declared_at", "verified_at")


@transaction.atomic
def merge_persons(*, actor: Any, one: Person, other: Person) -> Person:
    """The earlier of the two is kept and takes over what the later has; floors above fold their rows. Gives the kept one.

    The better-known residence wins. If both have a sign-in, that of the later one is closed.
    """
    require(may_merge_people(actor))
    kept, merged = sorted((locked(one), locked(other)), key=lambda person: (person.created_at, person.pk))
    if kept.pk == merged.pk or not kept.is_here or not merged.is_here:
        require(no(_("Two different people who are both here are needed.")))
    before = kept.level
    _take_home(kept, merged)
    _take_sign_in(kept, merged)
    kept.age_band = kept.age_band or merged.age_band
    merged.merged_into = kept
    merged.save(update_fields=("merged_into",))
    kept.save()
    for standing in Standing.objects.filter(person=merged):
        seen = {name: getattr(standing, name) for name in ("checked_by", "checked_at", "worker_kind")}
        Standing.objects.get_or_create(person=kept, kind=standing.kind, of=standing.of, defaults=seen)
        standing.delete()
    for fold in all_folds():
        fold(kept.pk, merged.pk)
    if kept.level != before:
        event = LevelChanged(person_id=kept.pk, before=before, level=kept.level)
        record(event, actor=actor, subject=kept, public=False)
    record(PeopleMerged(person_id=kept.pk, merged_id=merged.pk), actor=actor, subject=kept, role="clerk", public=False)
    return kept


def _take_home(kept: Person, merged: Person) -> None:
    digest = kept.register_digest or merged.register_digest
    if merged.register_digest is not None:
        merged.register_digest = None
        merged.save(update_fields=("register_digest",))
    if merged.level > kept.level:
        for field in _HOME:
            setattr(kept, field, getattr(merged, field))
    kept.register_digest = digest


def _take_sign_in(kept: Person, merged: Person) -> None:
    if merged.user is None:
        return
    if kept.user is None:
        user, merged.user = merged.user, None
        merged.save(update_fields=("user",))
        kept.user = user
        return
    merged.user.is_active = False
    merged.user.save(update_fields=("is_active",))
