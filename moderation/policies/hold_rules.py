"""Who sets and ends the rules by which writing waits, and which rules make sense."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from moderation.models import HoldRule
from moderation.policies.council import may_moderate_council

Kind = HoldRule.Kind
LEVELS = (1, 2)


def may_set_hold_rule(user: Any) -> Verdict:
    return may_moderate_council(user)


def may_end_hold_rule(user: Any, rule: HoldRule) -> Verdict:
    verdict = may_moderate_council(user)
    if verdict and not rule.active:
        return no(_("This rule holds no more."))
    return verdict


def fits(kind: str, host_key: str, number: int, words: str) -> tuple[str, Verdict]:
    """Which field of the rule is wrong, and why; ("", yes) for one that makes sense."""
    if kind == Kind.PLACE and not host_key:
        return "host_key", no(_("Choose where everything is looked at first: it cannot be everywhere."))
    if kind == Kind.FIRST_POSTS and number < 1:
        return "number", no(_("Say how many first texts wait."))
    if kind == Kind.TRUST and number not in LEVELS:
        return "number", no(_("Say below which level of trust: 1 or 2."))
    if kind == Kind.WORDS and not words.strip():
        return "words", no(_("List the words, one on each line."))
    return "", yes()
