"""Set and end the rules by which writing waits for a person."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import now
from core.states import StateConflict
from core.verdicts import no, require, yes
from ledger.actions import record
from moderation.events import HoldRuleEnded, HoldRuleSet
from moderation.models import HoldRule
from moderation.policies.hold_rules import Kind, fits, may_end_hold_rule, may_set_hold_rule


@transaction.atomic
def set_hold_rule(*, actor: Any, kind: str, host_key: str = "", number: int = 0, words: str = "", why: str) -> HoldRule:
    """From now on what the rule names waits for a person, in one place or (host_key "") everywhere."""
    require(may_set_hold_rule(actor))
    require(fits(kind, host_key, number, words)[1])
    require(yes() if why.strip() else no(_("Say why: the reason stands with the rule.")))
    listed = "\n".join(dict.fromkeys(line.strip() for line in words.splitlines() if line.strip()))
    made: HoldRule = HoldRule.objects.create(
        kind=kind,
        host_key=host_key,
        number=number if kind in (Kind.FIRST_POSTS, Kind.TRUST) else 0,
        words=listed if kind == Kind.WORDS else "",
        why=why.strip(),
        since=now(),
        by=actor,
    )
    record(HoldRuleSet(rule_id=made.pk, kind=kind, host_key=host_key), actor=actor, subject=made)
    return made


@transaction.atomic
def end_hold_rule(*, actor: Any, rule: HoldRule, why: str) -> HoldRule:
    """The rule holds no more, and says why. What waits by it is still looked at by its person."""
    require(may_end_hold_rule(actor, rule))
    require(yes() if why.strip() else no(_("Say why: the reason stands with the rule.")))
    ended = {"active": False, "ended_at": now(), "ended_why": why.strip()}
    if not HoldRule.objects.active().filter(pk=rule.pk).update(**ended):
        raise StateConflict
    rule.refresh_from_db()
    record(HoldRuleEnded(rule_id=rule.pk, kind=rule.kind, host_key=rule.host_key), actor=actor, subject=rule)
    return rule
