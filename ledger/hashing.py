"""How entries become one hash: canonical bytes, a Merkle root (RFC 6962 section 2.1), a chain of batches.

Pure functions, so that anyone can write them again from this page and get the same numbers.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

GENESIS = "0" * 64


class Recorded(Protocol):
    """What an entry has that is sealed."""

    id: int
    act: Any
    event: str
    data: Any
    actor_key: str
    role: str
    subject_kind: str
    subject_id: int
    public: bool
    at: datetime


def canonical(entry: Recorded) -> bytes:
    """One entry as JSON with sorted keys and no spaces, in UTF-8; the moment in UTC with microseconds."""
    return json.dumps(
        {
            "id": entry.id,
            "act": str(entry.act),
            "event": entry.event,
            "data": entry.data,
            "actor": entry.actor_key,
            "role": entry.role,
            "subject": [entry.subject_kind, entry.subject_id],
            "public": entry.public,
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        },
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    ).encode()


def merkle_root(leaves: Sequence[bytes]) -> str:
    """The RFC 6962 tree hash of `leaves`, in hexadecimal."""
    return _tree([hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]).hex()


def seal_hash(previous: str, root: str, ids: Iterable[int], at: datetime) -> str:
    """The hash that names a batch: of the batch before, its root, its entries' ids and its moment."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256("\n".join((previous, root, ",".join(map(str, ids)), moment)).encode()).hexdigest()


def _tree(hashes: list[bytes]) -> bytes:
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)  # the largest power of two below the length
    return hashlib.sha256(b"\x01" + _tree(hashes[:split]) + _tree(hashes[split:])).digest()
