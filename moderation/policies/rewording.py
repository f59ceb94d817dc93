"""Who may answer when a moderator asks for other words."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.policies import signed_in
from core.verdicts import Verdict, no, yes
from moderation.authors import wrote
from moderation.models import Rephrase


def may_rephrase(user: Any, rephrase: Rephrase, subject: models.Model) -> Verdict:
    """The author, once, until the day; and not after somebody has decided again."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    if not wrote(user, subject):
        return no(_("Only its author finds other words for it."))
    if rephrase.settled_id is not None:
        return no(_("This has been decided since."))
    if rephrase.said_at is not None:
        return no(_("You have said it in other words. The moderators look at them."))
    if not rephrase.waits_for_author:
        return no(_("The time for other words is over. The moderators look at it again."))
    return yes()
