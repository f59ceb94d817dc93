"""The council's published reasons, and the words that stand ready for each. Nothing of it is ever deleted."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from core import now
from core.text import one_line
from core.verdicts import require
from ledger.actions import record
from moderation.events import ReasonChanged
from moderation.models import Reason, ReasonVersion, Template
from moderation.policies.council import may_moderate_council


@transaction.atomic
def change_reason(*, actor: Any, reason: Reason, title: str, explanation: str, active: bool) -> Reason:
    """The reason says this from now on; what it said before can be read beside it. A new reason begins with its first version."""
    require(may_moderate_council(actor))
    reason.title, reason.explanation, reason.active = one_line(title), explanation, active
    if reason.pk is None:
        reason.save()
    else:
        Reason.objects.select_for_update().get(pk=reason.pk)
        reason.save(update_fields=("title", "explanation", "active"))
    newest = ReasonVersion.objects.filter(reason=reason).aggregate(newest=Max("version"))["newest"] or 0
    ReasonVersion.objects.create(
        reason=reason,
        version=newest + 1,
        title=reason.title,
        explanation=explanation,
        active=active,
        by=actor,
        at=now(),
    )
    record(ReasonChanged(reason_id=reason.pk, version=newest + 1, active=active), actor=actor, subject=reason)
    return reason


@transaction.atomic
def write_template(
    *, actor: Any, template: Template, reason: Reason, use: str, title: str, text: str, active: bool
) -> Template:
    """The words stand ready for whoever decides, or blocks, for this reason; they change no statement that was sent."""
    require(may_moderate_council(actor))
    template.reason, template.use, template.title = reason, use, one_line(title)
    template.text, template.active = text, active
    template.save()
    return template
