"""What the council's own moderators do."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from accounts.policies import may_use_staff
from accounts.queries import person_of
from core.verdicts import Verdict, no


def may_moderate_council(user: Any) -> Verdict:
    """What belongs to no forum, such as people's names: moderators and administrators of the council."""
    verdict = may_use_staff(user, Role.MODERATOR, Role.ADMINISTRATOR)
    if verdict or person_of(user) is None or "mfa" in verdict.remedy_url:
        return verdict
    return no(_("Only a moderator of the council decides here."))
