"""Who may decide on a thing, and who may read what was written to its author."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from moderation.authors import wrote
from moderation.models import Decision
from moderation.policies.interests import stands_aside


def may_decide(user: Any, subject: models.Model, verdict: Verdict) -> Verdict:
    """Whom the owner's policy lets moderate here, but never on their own words, nor where they have an interest."""
    if not verdict:
        return verdict
    if wrote(user, subject):
        return no(_("These are your own words, so somebody else must decide on them."))
    return stands_aside(user, subject)


def may_see_statement(user: Any, decision: Decision, subject: models.Model, verdict: Verdict) -> Verdict:
    """What a moderator wrote to the author is for the two sides; the outcome and the reason are for everybody."""
    if verdict or wrote(user, subject):
        return yes()
    return no(_("The statement is for the author and for those who moderate."))
