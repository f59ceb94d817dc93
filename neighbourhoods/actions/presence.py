"""Posts in a ward begin and end; what was stays."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import now
from core.states import StateConflict
from core.text import one_line
from core.verdicts import Refused, no, require
from ledger.actions import record
from neighbourhoods.events import PresenceBegun, PresenceEnded
from neighbourhoods.models import Presence
from neighbourhoods.policies import may_end_presence, may_enter_presence
from neighbourhoods.queries.presence import is_gap
from places.models import Area


@transaction.atomic
def begin_presence(
    *, actor: Any, area: Area, role: str, organisation: str, hours: str, contact: str, since: date
) -> Presence:
    """The post stands in the register from `since` on."""
    require(may_enter_presence(actor))
    words = {"role": role, "organisation": organisation, "hours": hours, "contact": contact}
    made = Presence.objects.create(
        area=area,
        since=since,
        entered_by=actor,
        entered_at=now(),
        **{name: one_line(text) for name, text in words.items()},
    )
    record(PresenceBegun(made.pk, area_id=area.pk, since=since.isoformat()), actor=actor, subject=made)
    return made


@transaction.atomic
def end_presence(*, actor: Any, presence: Presence, until: date, reason: str) -> Presence:
    """The post ends after the day `until`, for the published reason; it stays in the history of the ward."""
    require(may_end_presence(actor, presence))
    reason = one_line(reason)
    if not reason:
        raise Refused(no(_("Say why the post ends: the reason is published.")))
    if until < presence.since:
        raise Refused(no(_("It cannot end before it began.")))
    # Of two clerks at once one ends it.
    if not Presence.objects.filter(pk=presence.pk, until=None).update(until=until, ended_because=reason):
        raise StateConflict
    presence.until, presence.ended_because = until, reason
    event = PresenceEnded(presence.pk, area_id=presence.area_id, until=until.isoformat(), gap=is_gap(presence.area_id))
    record(event, actor=actor, subject=presence)
    return presence
