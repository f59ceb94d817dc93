"""What is open, what is owed, what was delivered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from chain.models import Step
from chain.queries import counts, lines_of, overdue
from chain.states import State, Station
from chain.stops import Stop
from committees.models import Claim
from committees.states import ClaimState
from core import today
from core.keyset import Page, paginate
from proposals.queries.lists import Wanted, list_page

FEW = 5
CLAIM = "committees.claim"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step with how late it is and the line it stands on."""

    step: Step
    days_late: int
    line: Sequence[Stop]
    judged: str = ""  # of a delivery: what those who asked say of it


@dataclass(frozen=True, slots=True)
class HomePage:
    open_proposals: int
    before_committees: int
    answers_late: int
    delivered: int
    proposals: Any  # proposals.queries.lists.ListPage
    late: list[StepRow]
    kept: list[StepRow]


def home_page() -> HomePage:
    """The front page in a fixed number of queries."""
    stations = counts()
    kept = Step.objects.filter(station=Station.DELIVERED, state=State.DONE).order_by("-closed_at", "-id")[:FEW]
    return HomePage(
        open_proposals=stations[Station.SUPPORTED].open,
        before_committees=stations[Station.COMMITTEE].open,
        answers_late=stations[Station.ANSWER].late,
        delivered=Claim.objects.filter(state=ClaimState.CONFIRMED).count(),
        proposals=list_page(Wanted(state="open", order="most_supported"), size=FEW),
        late=step_rows(overdue().order_by("due", "id")[:FEW]),
        kept=_judged(step_rows(kept)),
    )


def owed_page(*, after: str = "", before: str = "", size: int = 30) -> tuple[Page[Step], list[StepRow]]:
    """Everything that somebody owes since before today, the longest first."""
    found = paginate(overdue(), ("due", "id"), after=after, before=before, size=size)
    return found, step_rows(found.rows)


def step_rows(steps: Any) -> list[StepRow]:
    """Steps with their lines, in one further query."""
    rows, day = list(steps), today()
    lines = lines_of((step.subject_kind, step.subject_id) for step in rows)
    return [StepRow(step, _days_late(step, day), lines[step.subject_kind, step.subject_id]) for step in rows]


def _judged(rows: list[StepRow]) -> list[StepRow]:
    """Deliveries with what those who asked say of them; one query."""
    found = Claim.objects.filter(pk__in=[row.step.subject_id for row in rows if row.step.subject_kind == CLAIM])
    states = dict(found.values_list("pk", "state"))
    return [
        replace(row, judged=str(ClaimState(state).label)) if (state := states.get(row.step.subject_id)) else row
        for row in rows
    ]


def _days_late(step: Step, day: date) -> int:
    return (day - step.due).days if step.due and step.state == State.OPEN else 0
