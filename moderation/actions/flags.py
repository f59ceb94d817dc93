"""Report something to its moderators."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clocks.actions import set_deadline
from core import now, today
from core.clock import day_of
from core.subjects import key_of
from core.verdicts import Refused, no, require
from ledger.actions import record
from moderation.actions.holding import hold_if_agreed
from moderation.events import ContentFlagged
from moderation.models import Flag, Moderated, Reason
from moderation.policies import may_flag
from moderation.queries.escalations import urgent_until
from moderation.queries.reporters import record_of
from moderation.queries.settings import numbers
from moderation.weights import is_settled, weight_of


@transaction.atomic
def flag(*, actor: Any, subject: Moderated, reason: Reason, note: str = "", host_key: str) -> Flag:
    """The report waits with the moderators of `host_key`, who owe a decision by a date. One person reports a thing once.

    What may be against the law waits hours and no working days: from the first report that says so, as `escalate` counts them.
    It weighs by the reporter's record. If enough people agree, the thing is held until a person looks.
    """
    require(may_flag(actor, subject))
    kind, pk = key_of(subject)
    known, limits = record_of(actor), numbers()
    weighed = {"weight": weight_of(known, limits), "settled": is_settled(known, limits)}
    values = {"host_key": host_key, "reason": reason, "note": note, "by": actor, "at": now(), "due": today(), **weighed}
    try:
        with transaction.atomic():
            made = Flag.objects.create(subject_kind=kind, subject_id=pk, **values)
    except IntegrityError as error:
        raise Refused(no(_("You have reported this. The moderators have it on their list."))) from error
    if reason.is_urgent:
        made.due_at = urgent_until((kind, pk))
        made.due = day_of(made.due_at)
    else:
        made.due = set_deadline(subject=made, rule="moderation.decide", start=today()).due
    made.save(update_fields=("due", "due_at"))
    event = ContentFlagged(flag_id=made.pk, subject_kind=kind, subject_id=pk, reason_code=reason.code)
    record(event, actor=actor, subject=made, public=False)
    hold_if_agreed(subject=subject, host_key=host_key, newest=made)
    return made
