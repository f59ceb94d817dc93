"""How well a person's residence is known goes up and down in one place."""

from typing import Any

from accounts.events import LevelChanged, PersonVerified
from accounts.models import Level, Person
from core import now
from ledger.actions import record


def set_level(*, actor: Any, person: Person, level: Level, how: str = "") -> None:
    """The person stands at `level`, and whoever counts by level has news of it. `person` is locked by the caller."""
    before = Level(person.level)
    if before == level:
        return
    person.level = level
    person.verified_at = now() if level == Level.VERIFIED else None
    person.save(update_fields=("level", "verified_at"))
    record(LevelChanged(person_id=person.pk, before=before, level=level), actor=actor, subject=person, public=False)
    if level == Level.VERIFIED:
        record(PersonVerified(person_id=person.pk, level=level, how=how), actor=actor, subject=person, public=False)


def locked(person: Person) -> Person:
    """The person's row as it is now, held until the transaction ends."""
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)


def hold_own(user: Any) -> Person:
    """The row of whoever acts, held; `user.person` is that row from now on."""
    found = locked(user.person)
    user.person = found
    return found
