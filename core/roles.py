"""Council-wide roles, asked for by floors below the one that keeps them. That floor tells here, at start, how to look."""

from collections.abc import Callable
from typing import Any

Holds = Callable[..., bool]
_holds: Holds | None = None


def look_up_roles_with(holds: Holds) -> None:
    """From now on `holds(user, *roles)` says whether a sign-in holds one of the roles today."""
    global _holds
    _holds = holds


def holds(user: Any, *roles: str) -> bool:
    """Whether `user` holds one of `roles`; nobody does while nobody keeps roles."""
    return bool(user.is_authenticated and _holds is not None and _holds(user, *roles))
