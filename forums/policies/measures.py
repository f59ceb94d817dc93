"""Who sets the numbers of forums, and the rules with which they begin."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from forums.policies.answers import steward
from forums.queries.measures import IDLE, idle_months


def may_set_measure(user: Any) -> Verdict:
    return steward(user, _("Only a clerk or an administrator of the council sets the numbers of forums."))


def warns_before_it_closes(key: str, amount: int, since: date) -> Verdict:
    """A quiet forum is warned twice before its day: a later warning would name a day that has passed."""
    if key not in IDLE or all(first < second < closes for first, second, closes in idle_months(key, amount, since)):
        return yes()
    return no(
        _(
            "A forum is warned twice before it is closed. Set the three numbers of quiet months so that they follow each other."
        )
    )


def may_set_first_rules(user: Any) -> Verdict:
    return steward(user, _("Only a clerk or an administrator of the council sets the rules with which forums begin."))
