"""What became of an output before a body."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class OutputReferred(Event):
    """A forum sent an output to a body; its clerk confirms by `due` (ISO)."""

    referral_id: int
    output_id: int
    body_id: int
    due: str


@dataclass(frozen=True)
class ReferralAcknowledged(Event):
    """The body has it, and decides by `due` (ISO) what becomes of it."""

    referral_id: int
    output_id: int
    body_id: int
    due: str


@dataclass(frozen=True)
class ReferralAccepted(Event):
    """It will be considered at a named meeting, `on` that day (ISO)."""

    referral_id: int
    output_id: int
    body_id: int
    meeting_id: int
    on: str


@dataclass(frozen=True)
class ReferralRedirected(Event):
    """Another body has it instead, as a new referral."""

    referral_id: int
    output_id: int
    body_id: int
    to_referral_id: int
    to_body_id: int


@dataclass(frozen=True)
class ReferralRefused(Event):
    """The body will not consider it; the reason stands on its page."""

    referral_id: int
    output_id: int
    body_id: int
