"""Steps that follow when several things of one author were hidden."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class StepTaken(Event):
    """A moderator took a step for an author: `step` is "reminder", "warning", "pause" or "referral", until a day. Not public: it names a person."""

    measure_id: int
    step: str
    host_key: str
    until: str
    reason_code: str


@dataclass(frozen=True)
class StepEnded(Event):
    """It holds no more: `how` is "day" (it had come) or "moderator" (undone, also by an appeal). Not public."""

    measure_id: int
    step: str
    how: str
