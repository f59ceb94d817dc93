"""Seal what has been recorded into hash-chained batches."""

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL

from core import now
from ledger.hashing import GENESIS, canonical, merkle_root, seal_hash
from ledger.models import Entry, Seal, Unsealed

BATCH = 5_000


@transaction.atomic
def seal_next(limit: int = BATCH) -> Seal | None:
    """One more batch is sealed, or None where nothing waits.

    Only entries whose transactions have ended on every side are taken, so no entry can turn up later in front of a
    seal unseen. Ids commit out of order: the batch names its ids. One sealer at a time (advisory lock).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7007)")
    settled = RawSQL("written_in < pg_snapshot_xmin(pg_current_snapshot())", ())
    # After a restore into a new cluster old transaction ids mean nothing there; an hour is longer than any transaction.
    old = RawSQL("stored_at < now() - interval '1 hour'", ())
    entries = list(
        Entry.objects.filter(id__in=Unsealed.objects.values("entry_id"))
        .alias(settled=settled, old=old)
        .filter(Q(settled=True) | Q(old=True))
        .order_by("id")[:limit]
    )
    if not entries:
        return None
    before = Seal.objects.order_by("-id").first()
    ids = [entry.pk for entry in entries]
    previous, at = before.hash if before else GENESIS, now()
    root = merkle_root([canonical(entry) for entry in entries])
    seal = Seal.objects.create(
        first=ids[0],
        last=ids[-1],
        count=len(ids),
        entries=ids,
        root=root,
        previous=previous,
        hash=seal_hash(previous, root, ids, at),
        at=at,
    )
    Unsealed.objects.filter(entry_id__in=ids).delete()
    return seal


def seal_all() -> int:
    """Seal until nothing settled waits; gives the number of batches."""
    batches = 0
    while seal_next():
        batches += 1
    return batches
