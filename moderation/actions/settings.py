"""Set the numbers of moderation."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from core import now, today
from core.clock import start_of
from core.verdicts import require
from ledger.actions import record
from moderation.events import SettingSet
from moderation.models import Setting
from moderation.policies import may_moderate_council
from moderation.queries.settings import setting_numbers


@transaction.atomic
def set_setting(*, actor: Any, key: str, amount: Decimal, since: date, why: str, seen: int | None = None) -> Setting:
    """From `since` on the number is `amount`; today it holds at once.

    Of two who set it at once the second sees the first one's version, and is refused where `seen` is an older one.
    """
    require(may_moderate_council(actor))
    first = Setting.objects.select_for_update().filter(key=key).order_by("pk")[:1].get()
    (number,) = setting_numbers(key)
    before = number.require_next(amount=amount, since=since, why=why, seen=seen)
    moment = now() if since == today() else start_of(since)
    made: Setting = Setting.objects.create(
        key=key, title=first.title, value=amount, since=moment, why=why.strip(), by=actor
    )
    event = SettingSet(setting_id=made.pk, amount=str(amount), before=str(before), since=since.isoformat())
    record(event, actor=actor, subject=made)
    return made
