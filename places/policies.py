"""Who may change the map."""

from typing import Any

from django.utils.translation import gettext as _

from core.roles import holds
from core.verdicts import Verdict, no, yes


def may_change_areas(user: Any) -> Verdict:
    """Administrators; and the system, which imports from files."""
    if user is None or holds(user, "administrator"):
        return yes()
    return no(_("Only an administrator of the council changes areas and postcodes."))
