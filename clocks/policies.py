"""Who may change the calendar."""

from typing import Any

from django.utils.translation import gettext as _

from core import roles
from core.verdicts import Verdict, no, yes


def may_add_holiday(user: Any) -> Verdict:
    if roles.holds(user, "clerk", "administrator"):
        return yes()
    return no(_("Only a clerk or an administrator of the council may add a day on which its offices are closed."))
