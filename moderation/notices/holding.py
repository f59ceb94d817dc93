"""Who is told that a rule by which writing waits was set, or ended: those whose desk it fills."""

from collections.abc import Iterable

from accounts.models import Role
from accounts.queries import users_with_role
from ledger.models import Entry
from moderation import keys
from moderation.events import HoldRuleEnded, HoldRuleSet
from notifications.duties import Audience, tells


@tells(HoldRuleSet, HoldRuleEnded)
def hold_rule_news(event: HoldRuleSet | HoldRuleEnded, entry: Entry) -> Iterable[Audience]:
    yield Audience("moderators", keys.moderators(event.host_key))
    yield Audience("council", users_with_role(Role.MODERATOR, Role.ADMINISTRATOR))
