"""A policy's answer: yes, or no with a sentence that a person can read.

The same sentence stands beside the disabled button, in the refusal page and in the API's 403.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied


@dataclass(frozen=True, slots=True)
class Verdict:
    """`allowed`, or a `reason`; with a way out (`remedy_url`) or a wait (`retry_after` seconds) where there is one."""

    allowed: bool
    reason: Any = ""
    remedy_url: str = ""
    remedy_label: Any = ""
    retry_after: int = 0

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(allowed=True)


def yes() -> Verdict:
    return YES


def no(reason: Any, *, remedy_url: str = "", remedy_label: Any = "", retry_after: int = 0) -> Verdict:
    """Refuse, with a whole translatable sentence."""
    return Verdict(False, reason, remedy_url, remedy_label, retry_after)


class Refused(PermissionDenied):
    """An act was asked for that the policy refuses. Pages and the API answer 403 (429 for a wait) with its reason."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict.reason))
        self.verdict = verdict


def require(verdict: Verdict) -> None:
    """Raise `Refused` unless the verdict is yes."""
    if not verdict.allowed:
        raise Refused(verdict)
