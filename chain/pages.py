"""What the pages of the chain show: steps as everybody may see them, with their clocks in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from chain.models import Step
from chain.queries import children, parents
from chain.states import State
from chain.stops import state_of
from clocks.models import Deadline, Override
from core import subjects, today
from core.paths import localised


@dataclass(frozen=True, slots=True)
class Seen:
    """One step as a visitor sees it. What its record hides from the visitor has no words and no way in."""

    step: Step
    title: str
    url: str  # of the record; "" where the visitor may not see it
    tone: str

    @property
    def is_open(self) -> bool:
        return bool(self.step.state == State.OPEN)


@dataclass(frozen=True, slots=True)
class StepPage:
    seen: Seen
    parents: list[Seen]
    children: list[Seen]
    deadline: Deadline | None
    overrides: list[Override]


_TONES = {"late": "late", "owed": "wait", "here": "open", "passed": "done", "refused": "shut"}


def seen_by(user: Any, steps: Iterable[Step]) -> list[Seen]:
    """The steps, those of records that `user` may not see without their words; one describer call per kind."""
    rows = list(steps)
    visible = subjects.visible(user, [(step.subject_kind, step.subject_id) for step in rows])
    this_day = today()
    return [
        Seen(
            step,
            step.title if (step.subject_kind, step.subject_id) in visible else _("Not public"),
            localised(step.address) if (step.subject_kind, step.subject_id) in visible else "",
            _TONES[state_of(step.state, step.owner_key, step.due, this_day)],
        )
        for step in rows
    ]


def step_page(user: Any, step: Step) -> StepPage:
    """The step with what led to it and what came of it, and why its date is what it is."""
    above, below = parents(step), children(step)
    seen = {row.step.pk: row for row in seen_by(user, [step, *above, *below])}
    overrides = list(step.deadline.overrides.order_by("id")) if step.deadline else []
    return StepPage(
        seen[step.pk], [seen[row.pk] for row in above], [seen[row.pk] for row in below], step.deadline, overrides
    )
