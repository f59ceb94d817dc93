"""Who may change the calendar, and how long things take."""

from typing import Any

from django.utils.translation import gettext as _

from core import roles
from core.verdicts import Verdict, no, yes

LOCAL = "local rule"  # the source of a rule that no law sets


def may_add_holiday(user: Any) -> Verdict:
    if roles.holds(user, "clerk", "administrator"):
        return yes()
    return no(_("Only a clerk or an administrator of the council may add a day on which its offices are closed."))


def may_set_rule(user: Any, source: str) -> Verdict:
    """The council's own numbers are its stewards' to set; what a law sets is nobody's here."""
    if source not in ("", LOCAL):
        return no(_("This is set by law: %(source)s. It changes when the law does.") % {"source": source})
    if roles.holds(user, "clerk", "administrator"):
        return yes()
    return no(_("Only a clerk or an administrator of the council sets how long things take."))
