"""A rule by which writing waits was set, or ended."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from ledger.sentences import says
from moderation.events import HoldRuleEnded, HoldRuleSet
from moderation.sentences.deciding import label_of


@says(HoldRuleSet)
def hold_rule_set(event: HoldRuleSet, subject: Subject | None, audience: str) -> str:
    return _("Before it is published, a person looks first at: %(label)s. The reason stands with the rule.") % label_of(
        subject
    )


@says(HoldRuleEnded)
def hold_rule_ended(event: HoldRuleEnded, subject: Subject | None, audience: str) -> str:
    return _("Nobody has to look first any more at: %(label)s. The reason stands with the rule.") % label_of(subject)
