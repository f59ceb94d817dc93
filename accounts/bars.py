"""Who may not come in for a time. The floor that bars them tells at start where they read why."""

from collections.abc import Callable
from typing import Any

_reasons: list[Callable[[Any], str]] = []


def explains(reason: Callable[[Any], str]) -> Callable[[Any], str]:
    """`reason(user)` gives the address of the page that says why somebody is barred, or ""."""
    _reasons.append(reason)
    return reason


def why_barred(user: Any) -> str:
    return next((url for reason in _reasons if (url := reason(user))), "/")
