"""Set the numbers of forums."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from core.verdicts import require
from forums.events import MeasureSet
from forums.models import Measure
from forums.policies.measures import may_set_measure, warns_before_it_closes
from forums.queries.measures import IDLE, measure_numbers
from ledger.actions import record


@transaction.atomic
def set_measure(*, actor: Any, key: str, amount: Decimal, since: date, why: str, seen: int | None = None) -> Measure:
    """From `since` on the number is `amount`; what began under an older version keeps it.

    Of two who set it at once the second sees the first one's version, and is refused where `seen` is an older one.
    """
    require(may_set_measure(actor))
    # Those that are measured against each other are set one after the other.
    keys = IDLE if key in IDLE else (key,)
    list(Measure.objects.select_for_update().filter(key__in=keys, version=1).order_by("key"))
    (number,) = measure_numbers(key)
    before = number.require_next(amount=amount, since=since, why=why, seen=seen)
    require(warns_before_it_closes(key, int(amount), since))
    last = Measure.objects.filter(key=key).latest("version")
    made: Measure = Measure.objects.create(
        key=key, version=last.version + 1, title=last.title, amount=int(amount), valid_from=since, why=why.strip()
    )
    event = MeasureSet(measure_id=made.pk, amount=str(amount), before=str(before), since=since.isoformat())
    record(event, actor=actor, subject=made)
    return made
