"""Write down what was done. The only room that writes the record."""

import hashlib
import hmac
import secrets
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction

from core import acts, now, pagecache
from core.subjects import key_of
from ledger.events import Event
from ledger.listeners import listeners_of
from ledger.models import Delivery, Entry, Pseudonym
from ledger.wake import wake_delivery


@transaction.atomic
def record(
    event: Event,
    *,
    actor: Any,
    subject: models.Model,
    role: str = "",
    public: bool = True,
    at: datetime | None = None,
) -> Entry:
    """The event stands in the record and is owed to everyone who listens, as soon as the transaction commits.

    `actor` is the user who acts, or None for the system. Kept public pages lapse at the commit. `at` is when it happened,
    where that is not to be told to the second.
    """
    kind, pk = key_of(subject)
    entry = Entry.objects.create(
        act=acts.current_act(),
        event=event.name,
        data=event.facts(),
        actor_key=_pseudonym_of(actor),
        role=role,
        subject_kind=kind,
        subject_id=pk,
        public=public,
        at=at or now(),
    )
    owed = [Delivery(entry=entry, listener=name) for name in listeners_of(event.name)]
    if owed:
        Delivery.objects.bulk_create(owed)
        transaction.on_commit(wake_delivery, robust=True)
    if public:
        pagecache.touch()
    return entry


@transaction.atomic
def destroy_pseudonym(*, user: Any) -> None:
    """Nobody can tell any more which entries this sign-in made; the entries and their hashes stay as they are."""
    Pseudonym.objects.filter(user=user).delete()


def _pseudonym_of(actor: Any) -> str:
    """A key that only the row ties to the sign-in: the salt in it is random and kept nowhere else."""
    if actor is None or not actor.pk:
        return ""
    known = Pseudonym.objects.filter(user=actor).values_list("key", flat=True).first()
    if known:
        return known
    salt = secrets.token_bytes(16)
    key = hmac.new(settings.LEDGER_KEY.encode(), salt + str(actor.pk).encode(), hashlib.sha256).hexdigest()[:32]
    return Pseudonym.objects.get_or_create(user=actor, defaults={"key": key})[0].key
