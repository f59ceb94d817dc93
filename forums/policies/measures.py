"""Who sets the numbers of forums, and the rules with which they begin."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict
from forums.policies.answers import steward


def may_set_measure(user: Any) -> Verdict:
    return steward(user, _("Only a clerk or an administrator of the council sets the numbers of forums."))


def may_set_first_rules(user: Any) -> Verdict:
    return steward(user, _("Only a clerk or an administrator of the council sets the rules with which forums begin."))
