"""The numbers that hold today."""

from decimal import Decimal

from moderation.models import Setting


def numbers() -> dict[str, Decimal]:
    """The newest value of every key; one query."""
    return dict(Setting.objects.in_force().values_list("key", "value"))


def settings_in_force() -> list[Setting]:
    """The rows themselves, by key, with why each was set."""
    return list(Setting.objects.in_force())
