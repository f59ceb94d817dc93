"""The numbers that hold today, and every version of them."""

from decimal import Decimal

from core.clock import day_of
from core.numbers import Limits, Number, Version, grouped
from moderation.models import Setting

_ZERO, _ONE, _ALL = Decimal(0), Decimal(1), Decimal(100)
_WHOLE = Limits(least=_ZERO, most=Decimal(10_000))
_WEIGHT = Limits(least=_ZERO, most=_ALL, whole=False)
# Outside of these a number makes no sense. That more than three accounts must agree is held by the database too.
_LIMITS = {
    "flags.weight_usual": _WEIGHT,
    "flags.weight_new": _WEIGHT,
    "flags.weight_least": _WEIGHT,
    "flags.weight_most": _WEIGHT,
    "flags.raise": _WEIGHT,
    "flags.lower": _WEIGHT,
    "flags.hide_sum": Limits(least=_ONE, most=Decimal(10_000), whole=False),
    "flags.hide_accounts": Limits(least=Decimal(4), most=Decimal(10_000)),
    "desk.lock_minutes": Limits(least=_ONE, most=Decimal(1_440)),
    "desk.urgent_hours": Limits(least=_ONE, most=Decimal(720)),
    "trust.hour_0": Limits(least=_ONE, most=Decimal(1_000)),
    "trust.hour_1": Limits(least=_ONE, most=Decimal(1_000)),
    "trust.hour_2": Limits(least=_ONE, most=Decimal(1_000)),
    "spam.hold": Limits(least=Decimal("0.05"), most=_ONE, whole=False),
}


def numbers() -> dict[str, Decimal]:
    """The value in force of every key; one query."""
    return dict(Setting.objects.in_force().values_list("key", "value"))


def setting_numbers(key: str = "") -> list[Number]:
    """Every number (or the one of `key`) with all its versions; one query."""
    rows = Setting.objects.filter(key=key) if key else Setting.objects.all()
    versions = (
        Version(
            id=row.pk,
            key=row.key,
            title=row.title or row.key,
            amount=row.value,
            since=day_of(row.since),
            why=row.why,
        )
        for row in rows.order_by("key", "since", "pk")
    )
    return grouped(versions, lambda name: _LIMITS.get(name, _WHOLE))
