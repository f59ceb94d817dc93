"""What happens to deadlines and to the days they count."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class HolidayProclaimed(Event):
    """A day of thanksgiving or mourning, or another closing of the offices, was added. `day` is ISO."""

    holiday_id: int
    day: str
    moved: int


@dataclass(frozen=True)
class RuleSet(Event):
    """From `since`, ISO, a rule counts another number. Deadlines that run keep theirs."""

    rule_id: int
    amount: str
    before: str
    since: str


@dataclass(frozen=True)
class DeadlineMoved(Event):
    """A new holiday gave an open deadline another date. Dates are ISO."""

    deadline_id: int
    was: str
    becomes: str
    holiday: str


@dataclass(frozen=True)
class DeadlineOverridden(Event):
    """A person set another date, with a reason that stands beside the deadline. Dates are ISO."""

    deadline_id: int
    override_id: int
    was: str
    becomes: str
