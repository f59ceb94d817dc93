"""The rules by which writing waits, with the names of their places."""

from dataclasses import dataclass

from moderation import keys
from moderation.models import HoldRule


@dataclass(frozen=True, slots=True)
class PlacedRule:
    rule: HoldRule
    place: str  # "" for everywhere


def hold_rules() -> tuple[list[PlacedRule], list[PlacedRule]]:
    """Those that hold, and the newest that ended; their number of queries is fixed."""
    active = list(HoldRule.objects.active())
    ended = list(HoldRule.objects.exclude(ended_at=None).order_by("-ended_at", "-id")[:50])
    names = keys.labels({rule.host_key for rule in (*active, *ended)})
    holding, over = ([PlacedRule(rule, names.get(rule.host_key, "")) for rule in rows] for rows in (active, ended))
    return holding, over
