"""Who may appeal, and who may answer: another person than the first moderator."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.policies import signed_in
from core import today
from core.ui.dates import day_words
from core.verdicts import Verdict, no, yes
from moderation.authors import wrote
from moderation.models import Appeal, Decision
from moderation.policies.decisions import may_decide


def may_appeal(user: Any, decision: Decision, subject: models.Model) -> Verdict:
    """The author, once against each hiding; the answer to an appeal is final."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    if not wrote(user, subject):
        return no(_("Only the author can appeal against a decision."))
    if decision.outcome not in (Decision.Outcome.HIDE, Decision.Outcome.EDIT):
        return no(_("You can appeal when something of yours was hidden or changed. This was not."))
    if Appeal.objects.filter(answer=decision).exists():
        return no(_("This was the answer to an appeal, given by a second person. It is final."))
    if Appeal.objects.filter(decision=decision).exists():
        return no(_("You have appealed. Somebody else than the first moderator decides."))
    if decision.appeal_until is not None and today() > decision.appeal_until:
        return no(
            _("The time to appeal ended on %(day)s.") % {"day": day_words(decision.appeal_until, "full", today())}
        )
    return yes()


def may_decide_appeal(user: Any, appeal: Appeal, subject: models.Model, verdict: Verdict) -> Verdict:
    """A moderator of the place who neither decided first nor wrote it."""
    if appeal.answer_id is not None:
        return no(_("This appeal is decided."))
    decision = may_decide(user, subject, verdict)
    if not decision:
        return decision
    if user is None or user.pk == appeal.decision.by_id:
        return no(_("You made the first decision, so somebody else must decide on the appeal."))
    return yes()
