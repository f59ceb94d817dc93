"""How many places a forum has, who they are kept for, and who waits."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from accounts.models import StakeholderKind
from accounts.queries import person_of
from forums.models import Forum, Membership, WaitingPlace
from forums.queries.rules import rules_in_force

# Those as whom one can join; an organisation takes part in other ways.
KINDS = (StakeholderKind.RESIDENT, StakeholderKind.SERVICE_USER, StakeholderKind.SERVICE_WORKER)
KEPT_FOR = (StakeholderKind.SERVICE_USER, StakeholderKind.SERVICE_WORKER)


@dataclass(frozen=True, slots=True)
class Places:
    """`limit` 0: as many as come. `free` is how many more could join of each kind."""

    limit: int
    taken: int
    free: dict[str, int]

    def has_room(self, kind: str) -> bool:
        return not self.limit or self.free[kind] > 0


def places_of(forum: Forum) -> Places:
    """In two queries; one where there is no limit. Facilitators take nobody's place."""
    rules = rules_in_force(forum)
    if not rules.places:
        return Places(0, 0, {})
    counted = Counter(Membership.objects.members().filter(forum=forum).values_list("kind", flat=True))
    taken = sum(counted.values())
    kept = {kind: max(getattr(rules, f"places_{kind}") - counted[kind], 0) for kind in KEPT_FOR}
    free = {
        str(kind): max(rules.places - taken - sum(number for other, number in kept.items() if other != kind), 0)
        for kind in KINDS
    }
    return Places(rules.places, taken, free)


def is_waiting(user: Any, forum: Forum) -> bool:
    person = person_of(user)
    return person is not None and WaitingPlace.objects.filter(forum=forum, person=person).exists()


def number_waiting(forum: Forum) -> int:
    return WaitingPlace.objects.filter(forum=forum).count()
