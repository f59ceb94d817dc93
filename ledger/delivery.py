"""Bring news from the record to those who listen: each delivery exactly once, whatever crashes in between."""

# Waiting is a matter of the real clock, even where the demo moves the moment: hence the database's Now().
from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models.functions import Now

from core import acts
from ledger.events import event_from
from ledger.listeners import listener
from ledger.models import Delivery

log = structlog.get_logger(__name__)
TRIES = 12


def deliver_due(limit: int = 500) -> int:
    """Deliver up to `limit` that are due, oldest first; gives how many were taken.

    Several workers may run this at once: each row is claimed with SKIP LOCKED and goes in the same
    transaction as what its listener did.
    """
    taken = last = 0
    while taken < limit and (last := _deliver_one(after=last)):
        taken += 1
    return taken


def deliver_all() -> int:
    """Deliver until nothing is due, news of news included (for tests and the demo)."""
    total = 0
    while taken := deliver_due():
        total += taken
    return total


def _deliver_one(*, after: int) -> int:
    """The next one is where it belongs; gives its number, or 0 when none is due. What comes of it has a higher number, and what was taken is not walked over again."""
    with transaction.atomic():
        delivery = (
            Delivery.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("entry")
            .filter(not_before__lte=Now(), pk__gt=after)
            .order_by("id")
            .first()
        )
        if delivery is None:
            return 0
        number = delivery.pk
        try:
            with transaction.atomic(), acts.act():
                _run(delivery)
        except Exception as error:
            _put_off(delivery, error)
        else:
            delivery.delete()
        return number


def _run(delivery: Delivery) -> None:
    hear = listener(delivery.listener)
    event = event_from(delivery.entry.event, delivery.entry.data)
    if hear is None or event is None:
        log.warning("listener_gone", listener=delivery.listener, event=delivery.entry.event)
        return
    hear(event, delivery.entry)


def _put_off(delivery: Delivery, error: Exception) -> None:
    """Again later, ever more slowly; a person sees those that keep failing at /readyz and in the log."""
    delivery.attempts = min(delivery.attempts + 1, TRIES)
    delivery.not_before = Now() + timedelta(seconds=2**delivery.attempts)
    delivery.failure = f"{type(error).__name__}: {error}"[:400]
    delivery.save(update_fields=("attempts", "not_before", "failure"))
    log.error("delivery_failed", listener=delivery.listener, entry=delivery.entry_id, exc_info=error)
