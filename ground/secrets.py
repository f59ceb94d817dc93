"""Secrets of a demo: made once, kept in the data folder, readable by their owner alone."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

NAMES = ("FOLKMOOT_SECRET_KEY", "FOLKMOOT_BALLOT_KEY", "FOLKMOOT_LEDGER_KEY", "FOLKMOOT_VOICE_KEY")


def kept(data: Path) -> dict[str, str]:
    """All secrets of this data folder; missing ones are made now. Losing the file loses open ballots, pseudonyms and the way back to one's protected voice."""
    path = data / "secrets.json"
    try:
        found = json.loads(path.read_text())
    except FileNotFoundError:
        found = {}
    missing = [name for name in NAMES if name not in found]
    if missing:
        found |= {name: secrets.token_urlsafe(48) for name in missing}
        fresh = path.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(found, file, indent=1)
        fresh.rename(path)
    return {name: found[name] for name in NAMES}
