"""Numbers that the council sets."""

from datetime import date, timedelta

from core import today
from forums.models import Measure


def measure(key: str, day: date | None = None) -> int:
    """The number in force on `day` (today). Raises Measure.DoesNotExist for an unknown key."""
    found = Measure.objects.in_force(key, day or today()).first()
    if found is None:
        raise Measure.DoesNotExist(key)
    return int(found.amount)


def editing_time() -> timedelta:
    """For how long after its publication an author may put a post right."""
    return timedelta(minutes=measure("edit_minutes"))
