"""Which step may come next for an author in a place, and who is paused from writing there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.models import Person
from core import now, today
from moderation.models import LadderStep, Measure, Removal
from moderation.querysets import TakenStepQuerySet

AT_ONCE = 1000
PAUSED = "paused_somewhere"  # on a sign-in that a request loaded


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The next step for one author, from the latest thing of theirs that was hidden."""

    person: Person
    host_key: str
    step: LadderStep
    removals: int
    kind: str
    id: int

    @property
    def words(self) -> str:
        return self.step.words


def pause_of(person: Person | None, host_key: str) -> Measure | None:
    """The pause from writing there that holds longest; None for nobody and for who may write. One query."""
    if person is None:
        return None
    return pauses(today()).filter(person=person, host_key=host_key).order_by("-until").first()


def suggestions(
    host_keys: Iterable[str] | None = None, *, person: Person | None = None, user: Any = None
) -> list[Suggestion]:
    """Without `user`, who is looking: authors for whom a step has come that nobody has taken, those with the most hidings first; three queries."""
    keys = None if host_keys is None else list(host_keys)
    steps = list(LadderStep.objects.active())
    rows = Removal.objects.standing().for_hosts(keys).filter(at__gte=_longest(steps))
    taken = Measure.objects.for_hosts(keys)
    if person is not None:
        rows, taken = rows.filter(person=person), taken.filter(person=person)
    if user is not None:
        rows = rows.exclude(person__user=user)
    by_author: dict[tuple[int, str], list[Removal]] = defaultdict(list)
    for row in rows.select_related("decision", "person").order_by("-at")[:AT_ONCE]:
        by_author[row.person_id, row.host_key].append(row)
    measures: dict[tuple[int, str], list[Measure]] = defaultdict(list)
    for one in taken.filter(person__in={key[0] for key in by_author}).order_by("-since")[:AT_ONCE]:
        measures[one.person_id, one.host_key].append(one)
    found = [made for key, removals in by_author.items() if (made := _next(steps, removals, measures[key]))]
    return sorted(found, key=lambda one: (-one.removals, one.person.pk))


def reached(person: Person, host_key: str) -> list[tuple[LadderStep, int]]:
    """The steps that the hidings of this author reach, with how many count for each."""
    rows = Removal.objects.standing().filter(person=person, host_key=host_key).values_list("at", flat=True)
    moments = list(rows.order_by("-at")[:AT_ONCE])
    counted = [(step, _within(moments, step)) for step in LadderStep.objects.active()]
    return [(step, number) for step, number in counted if number >= step.after]


def referrals(user: Any = None) -> list[Measure]:
    """Authors whom the moderators of a place handed to the council's, the first first; without who is looking."""
    rows = Measure.objects.in_force(today()).filter(step__kind=LadderStep.Kind.REFERRAL)
    if user is not None:
        rows = rows.exclude(person__user=user)
    return list(rows.select_related("person", "step").order_by("since", "id")[:100])


def _next(steps: list[LadderStep], removals: list[Removal], measures: list[Measure]) -> Suggestion | None:
    """The lowest step that was reached and not taken, if something was hidden since the last one."""
    latest = removals[0]
    if measures and measures[0].since >= latest.at:
        return None
    for step in steps:
        number = _within([one.at for one in removals], step)
        if number >= step.after and not _taken(step, measures):
            about = latest.decision
            return Suggestion(latest.person, latest.host_key, step, number, about.subject_kind, about.subject_id)
    return None


def _taken(step: LadderStep, measures: list[Measure]) -> bool:
    return any(one.step_id == step.pk and not one.undone and one.since >= _begins(step) for one in measures)


def _within(moments: list[datetime], step: LadderStep) -> int:
    return sum(at >= _begins(step) for at in moments)


def _begins(step: LadderStep) -> datetime:
    return now() - step.counts_for


def _longest(steps: list[LadderStep]) -> datetime:
    return min((_begins(step) for step in steps), default=now())


def pauses(day: Any) -> TakenStepQuerySet:
    """All that hold on `day`."""
    found: TakenStepQuerySet = Measure.objects.in_force(day).filter(step__kind=LadderStep.Kind.PAUSE)
    return found
