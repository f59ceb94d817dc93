"""Who may decide on a thing, and who may read what was written to its author."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from accounts.queries import has_role
from core.subjects import key_of
from core.verdicts import Verdict, no, yes
from moderation.authors import wrote
from moderation.models import Decision, Escalation
from moderation.policies.interests import stands_aside


def may_decide(user: Any, subject: models.Model, verdict: Verdict) -> Verdict:
    """Whom the owner's policy lets moderate here, but never on their own words, nor where they have an interest."""
    if not verdict:
        return verdict
    if wrote(user, subject):
        return no(_("These are your own words, so somebody else must decide on them."))
    if user is not None and is_escalated(subject) and not has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return no(_("This may be against the law, so the council's moderators decide on it."))
    return stands_aside(user, subject)


def is_escalated(subject: models.Model) -> bool:
    """Whether it is hidden and before the council's moderators."""
    kind, pk = key_of(subject)
    return Escalation.objects.filter(subject_kind=kind, subject_id=pk, settled=None).exists()


def may_see_statement(user: Any, decision: Decision, subject: models.Model, verdict: Verdict) -> Verdict:
    """What a moderator wrote to the author is for the two sides; the outcome and the reason are for everybody."""
    if verdict or wrote(user, subject):
        return yes()
    return no(_("The statement is for the author and for those who moderate."))
