"""One gathering, held by one act at a time."""

from core.states import Stateful
from meetings.models import Gathering


def held(gathering: Gathering) -> Gathering:
    """The row as it stands, for this transaction alone: two items, two versions or two registrations have two numbers."""
    found: Gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    return found


def follow(seen: Stateful, held: Stateful) -> None:
    """What the caller holds is what the table holds now."""
    for field in type(held)._meta.concrete_fields:
        setattr(seen, field.attname, getattr(held, field.attname))
