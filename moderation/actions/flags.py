"""Report something to its moderators."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clocks.actions import set_deadline
from core import now, today
from core.subjects import key_of
from core.verdicts import Refused, no, require
from ledger.actions import record
from moderation.events import ContentFlagged
from moderation.models import Flag, Moderated, Reason
from moderation.policies import may_flag


@transaction.atomic
def flag(*, actor: Any, subject: Moderated, reason: Reason, note: str = "", host_key: str) -> Flag:
    """The report waits with the moderators of `host_key`, who owe a decision by a date. One person reports a thing once."""
    require(may_flag(actor, subject))
    kind, pk = key_of(subject)
    values = {"host_key": host_key, "reason": reason, "note": note, "by": actor, "at": now(), "due": today()}
    try:
        with transaction.atomic():
            made = Flag.objects.create(subject_kind=kind, subject_id=pk, **values)
    except IntegrityError as error:
        raise Refused(no(_("You have reported this. The moderators have it on their list."))) from error
    made.due = set_deadline(subject=made, rule="moderation.decide", start=today()).due
    made.save(update_fields=("due",))
    event = ContentFlagged(flag_id=made.pk, subject_kind=kind, subject_id=pk, reason_code=reason.code)
    record(event, actor=actor, subject=made, public=False)
    return made
