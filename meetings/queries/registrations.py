"""Who comes: a figure for everybody, one's own registration, and the list for those who run the meeting."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from accounts.queries import person_of
from meetings.models import Gathering, Registration
from meetings.states import RegistrationState


@dataclass(frozen=True, slots=True)
class Filled:
    """How many have registered. Names nobody."""

    places: int | None  # of the room, the reserved ones included; None: no limit
    reserved: int
    taken: int  # of the places
    online: int  # beside a room
    waiting: int

    @property
    def is_full(self) -> bool:
        return self.places is not None and self.taken >= self.places


def filled(gathering: Gathering) -> Filled | None:
    """The figures for the page; None where nobody needs to register."""
    pools = list(gathering.pools.all())
    if not pools:
        return None
    counted = gathering.registrations.aggregate(
        taken=Count("id", filter=Q(pool__isnull=False)),
        online=Count("id", filter=Q(state=RegistrationState.IN, pool=None)),
        waiting=Count("id", filter=Q(state=RegistrationState.WAITING)),
    )
    sizes = {pool.kind: pool.size for pool in pools}
    reserved = sum(size or 0 for kind, size in sizes.items() if kind)
    everybody = sizes.get("")
    places = everybody + reserved if everybody is not None else None
    return Filled(places, reserved, counted["taken"], counted["online"], counted["waiting"])


def own_registration(user: Any, gathering: Gathering) -> Registration | None:
    """This user's registration that stands, with their place or their turn."""
    person = person_of(user)
    if person is None:
        return None
    found: Registration | None = gathering.registrations.live().filter(person=person).first()
    return found


def turn_of(registration: Registration) -> int:
    """Which on the waiting list; 1 is next."""
    ahead = Registration.objects.waiting().filter(gathering=registration.gathering_id, number__lt=registration.number)
    return int(ahead.count()) + 1


def registered(gathering: Gathering) -> list[Registration]:
    """Everybody who has registered, those with a place first, in the order of asking; with names, needs and answers."""
    rows = gathering.registrations.live().select_related("person", "pool").prefetch_related("answers__question")
    return list(rows.order_by("state", "number"))


def registered_user_ids(gathering_id: int, *, waiting: bool = True) -> list[int]:
    """The sign-ins of those who have registered, to tell them."""
    rows = Registration.objects.filter(gathering=gathering_id, person__user__isnull=False)
    rows = rows.live() if waiting else rows.standing_in()
    return list(rows.order_by("number").values_list("person__user_id", flat=True))


def registrations_of(user: Any) -> list[Registration]:
    """What this user has registered for, the next first; what is long over is left out."""
    person = person_of(user)
    if person is None:
        return []
    rows = Registration.objects.live().filter(person=person).select_related("gathering")
    return list(rows.order_by("-gathering__starts_at")[:200])
