"""Who the servers run as: never root."""

from __future__ import annotations

import os
import pwd

from ground.errors import GroundError


def engine_user() -> tuple[int, int] | None:
    """The (uid, gid) servers drop to when we are root, or None when we are an ordinary user already.

    PostgreSQL refuses to run as root, and asks for the name of its user, so the id must have an entry in the user table.
    `FOLKMOOT_ENGINE_USER` names another than `nobody`. No user is ever created.
    """
    if os.geteuid() != 0:
        return None
    name = os.environ.get("FOLKMOOT_ENGINE_USER") or "nobody"
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise GroundError(
            f"There is no user {name} to run the database as; name one in FOLKMOOT_ENGINE_USER."
        ) from None
    if entry.pw_uid == 0:
        raise GroundError("FOLKMOOT_ENGINE_USER must not be root: PostgreSQL refuses to run as root.")
    return entry.pw_uid, entry.pw_gid
