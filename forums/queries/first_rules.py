"""What each kind of forum begins with."""

from dataclasses import dataclass

from forums.models import RulesTemplate
from forums.wording import Difference, Line, differences, lines


@dataclass(frozen=True, slots=True)
class Beginning:
    """One version, and what it changed of the one before."""

    template: RulesTemplate
    changed: list[Difference]


@dataclass(frozen=True, slots=True)
class BeginningPage:
    newest: RulesTemplate
    lines: list[Line]
    versions: list[Beginning]


def first_rules() -> list[RulesTemplate]:
    """Of every kind the version with which forums begin now; one query."""
    return list(RulesTemplate.objects.order_by("kind", "-version").distinct("kind"))


def first_rules_of(kind: str) -> BeginningPage | None:
    """One kind with all its versions, the newest first; one query. None for a kind that nobody knows."""
    found = list(RulesTemplate.objects.filter(kind=kind).order_by("-version"))
    if not found:
        return None
    pairs = zip(found, [*found[1:], None], strict=True)
    versions = [Beginning(one, differences(before, one) if before else []) for one, before in pairs]
    return BeginningPage(found[0], lines(found[0]), versions)
