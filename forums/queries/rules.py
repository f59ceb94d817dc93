"""A forum's rules: those in force, earlier ones, and changes of them."""

from dataclasses import dataclass
from typing import Any

from accounts.queries import person_of
from forums.models import CHARTER, Activity, Forum, RuleChange, Rules, RulesTemplate, Sitting
from forums.wording import Difference, Line, differences, lines, values


@dataclass(frozen=True, slots=True)
class RulesPage:
    """What the page of the rules says."""

    rules: Rules | None  # none while the forum is being founded
    lines: list[Line]
    versions: list[Rules]
    changes: list[RuleChange]
    under_way: RuleChange | None


@dataclass(frozen=True, slots=True)
class VersionPage:
    rules: Rules
    lines: list[Line]
    until: Any  # when the next version came in, or None
    differences: list[Difference]  # from the version before
    sittings: list[Sitting]


def standing_rules(forum: Forum) -> Rules | None:
    """The version in force; none while the forum is being founded. One query."""
    found: Rules | None = Rules.objects.filter(forum=forum).order_by("-version").first()
    return found


def rules_in_force(forum: Forum) -> Rules:
    """The version in force; before there is one, what a forum of this kind begins with, as version 0 and not stored."""
    found = standing_rules(forum)
    if found is not None:
        return found
    template = template_for(forum.kind)
    columns = values(template, (*CHARTER, "conduct_html")) if template else {}
    return Rules(forum=forum, version=0, **columns)


def template_for(kind: str) -> RulesTemplate | None:
    """What a forum of this kind begins with, in its newest version."""
    found: RulesTemplate | None = RulesTemplate.objects.filter(kind=kind).order_by("-version").first()
    return found


def supports_needed(activity: Activity) -> int:
    """How many supports put a proposal to the members: as the forum's rules say, and where they say none, as the activity does."""
    standing = standing_rules(activity.forum)
    return standing.supports_threshold if standing and standing.supports_threshold else activity.threshold


def is_premoderated(forum: Forum) -> bool:
    """Whether a post of a member is read by a facilitator before it is shown."""
    return rules_in_force(forum).premoderated


def rules_page(forum: Forum) -> RulesPage:
    """In three queries, whatever has been changed."""
    versions = list(Rules.objects.filter(forum=forum).order_by("-version"))
    changes = list(RuleChange.objects.filter(forum=forum).select_related("by", "became").order_by("-number"))
    rules = versions[0] if versions else None
    return RulesPage(
        rules=rules,
        lines=lines(rules or rules_in_force(forum)),
        versions=versions,
        changes=changes,
        under_way=next((change for change in changes if change.is_under_way), None),
    )


def version_page(rules: Rules) -> VersionPage:
    around = {
        one.version: one
        for one in Rules.objects.filter(forum=rules.forum, version__in=(rules.version - 1, rules.version + 1))
    }
    before, after = around.get(rules.version - 1), around.get(rules.version + 1)
    sittings = Sitting.objects.filter(rules=rules).select_related("gathering").order_by("gathering__starts_at", "id")
    return VersionPage(
        rules=rules,
        lines=lines(rules),
        until=after.since if after else None,
        differences=differences(before, rules) if before else [],
        sittings=list(sittings[:100]),
    )


def change_lines(change: RuleChange) -> list[Difference]:
    """What the change would alter; for the first rules there is nothing to compare with."""
    return differences(change.based_on, change) if change.based_on is not None else []


def wrote_change(user: Any, change: Any) -> bool:
    person = person_of(user)
    return person is not None and change.by_id == person.pk


def under_way(forum: Forum) -> RuleChange | None:
    found: RuleChange | None = RuleChange.objects.under_way().filter(forum=forum).first()
    return found
