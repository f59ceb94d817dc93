"""Numbers that the council sets."""

from datetime import date, timedelta
from decimal import Decimal

from core import today
from core.numbers import Limits, Number, Version, grouped
from forums.models import Measure

IDLE = ("idle.first_warning", "idle.second_warning", "idle.months")
_ONE, _YEAR, _LIFE = Decimal(1), Decimal(366), Decimal(120)
# Outside of these a number makes no sense: a month of nights would be spent on planning meetings, or a group of two be named.
_LIMITS = {
    "request.backers": Limits(least=_ONE),
    "calendar.days": Limits(least=_ONE, most=_YEAR),
    "calendar.lead": Limits(most=Decimal(90)),
    "idle.first_warning": Limits(least=_ONE, most=_LIFE),
    "idle.second_warning": Limits(least=_ONE, most=_LIFE),
    "idle.months": Limits(least=_ONE, most=_LIFE),
    "twins.percent": Limits(least=_ONE, most=Decimal(100)),
    "edit_minutes": Limits(most=Decimal(10_080)),
    "voice.smallest_group": Limits(least=Decimal(3), most=Decimal(1000)),
}


def measure(key: str, day: date | None = None) -> int:
    """The number in force on `day` (today). Raises Measure.DoesNotExist for an unknown key."""
    found = Measure.objects.in_force(key, day or today()).first()
    if found is None:
        raise Measure.DoesNotExist(key)
    return int(found.amount)


def idle_months(key: str, amount: int, since: date) -> list[tuple[int, ...]]:
    """Both warnings and the end of a quiet forum as they would hold on each day from `since` on on which one of them changes, if `key` were `amount`."""
    rows = list(Measure.objects.filter(key__in=IDLE).order_by("valid_from", "version"))
    days = {since, *(row.valid_from for row in rows if row.valid_from > since)}
    found = []
    for day in sorted(days):
        standing = {row.key: row.amount for row in rows if row.valid_from <= day}
        if not any(row.key == key and since < row.valid_from <= day for row in rows):
            standing[key] = amount
        found.append(tuple(standing[name] for name in IDLE))
    return found


def editing_time() -> timedelta:
    """For how long after its publication an author may put a post right."""
    return timedelta(minutes=measure("edit_minutes"))


def measure_numbers(key: str = "") -> list[Number]:
    """Every number (or the one of `key`) with all its versions; one query."""
    rows = Measure.objects.filter(key=key) if key else Measure.objects.all()
    versions = (
        Version(id=row.pk, key=row.key, title=row.title, amount=Decimal(row.amount), since=row.valid_from, why=row.why)
        for row in rows.order_by("key", "valid_from", "version")
    )
    return grouped(versions, lambda name: _LIMITS.get(name, Limits()))
