"""Read the record again and say whether it is the one that was sealed."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.hashing import GENESIS, canonical, merkle_root, seal_hash
from ledger.models import Entry, Seal, Unsealed


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one seal."""

    seal_id: int
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    seals: int
    entries: int
    waiting: int
    head: str
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        return not self.faults


def verify() -> Report:
    """Every seal is recomputed from its entries, batch by batch; memory holds one batch at a time."""
    faults: list[Fault] = []
    previous, seals, entries = GENESIS, 0, 0
    for seal in Seal.objects.order_by("id").iterator(chunk_size=20):
        faults.extend(_faults_of(seal, previous))
        previous, seals, entries = seal.hash, seals + 1, entries + seal.count
    waiting = Unsealed.objects.count()
    if Entry.objects.count() != entries + waiting:
        faults.append(Fault(0, "the number of entries differs from what was sealed or waits to be"))
    return Report(seals, entries, waiting, previous, tuple(faults))


def _faults_of(seal: Seal, previous: str) -> Iterator[Fault]:
    found = {entry.pk: entry for entry in Entry.objects.filter(pk__in=seal.entries)}
    missing = [pk for pk in seal.entries if pk not in found]
    if missing:
        yield Fault(seal.pk, f"entries are missing: {missing[:5]}")
    elif merkle_root([canonical(found[pk]) for pk in seal.entries]) != seal.root:
        yield Fault(seal.pk, "an entry differs from what was sealed")
    if seal.previous != previous:
        yield Fault(seal.pk, "the batch before it is not the one it names")
    if seal_hash(seal.previous, seal.root, seal.entries, seal.at) != seal.hash:
        yield Fault(seal.pk, "its own hash is wrong")
