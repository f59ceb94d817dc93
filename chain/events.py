"""What the chain itself tells: that a day comes near, or has passed. Dates are ISO."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class StepDueSoon(Event):
    """So many working days are left for a step: 28, 14, 5 or 1."""

    step_id: int
    owner_key: str
    due: str
    working_days: int


@dataclass(frozen=True)
class StepOverdue(Event):
    """The day of a step has passed and nobody has acted."""

    step_id: int
    owner_key: str
    due: str
