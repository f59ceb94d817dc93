"""Processes as lists and as pages need them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core import now
from core.keyset import Page, paginate
from core.subjects import Subject, describe
from forums.models import Activity, Phase, Process
from forums.querysets import ProcessQuerySet
from places.models import Area

WIDTH = 1000  # units of the strip
LEAST = 20  # of them for the shortest phase
ENDLESS = timedelta(days=90)  # what a phase without an end is drawn as


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase with its place on the strip, and the activities that belong to it."""

    number: int
    phase: Phase
    left: int
    width: int
    activities: list[Activity]

    @property
    def state(self) -> str:
        return "over" if self.phase.is_over else "now" if self.phase.is_active else "to_come"


@dataclass(frozen=True, slots=True)
class ProcessPage:
    process: Process
    areas: list[Area]
    phases: list[PhaseRow]
    current: PhaseRow | None
    today: int | None  # where today is on the strip
    related: list[Subject]


def process_list(*, group: str = "", area_id: int | None = None, forum_id: int | None = None) -> ProcessQuerySet:
    """Those put forward first, then the newest."""
    found = Process.objects.for_list()
    if group:
        found = found.filter(group=group)
    if area_id:
        found = found.for_areas([area_id])
    if forum_id:
        found = found.filter(forum=forum_id)
    return found.order_by("-promoted", "-id")


def process_list_page(*, after: str = "", before: str = "", **wanted: object) -> Page[Process]:
    """A page of them, each with the phase that is active now as `current`; two queries."""
    found = paginate(process_list(**wanted), ("-promoted", "-id"), after=after, before=before, size=20)  # type: ignore[arg-type]
    active = {phase.process_id: phase for phase in Phase.objects.active(now()).filter(process__in=found.rows)}
    for process in found.rows:
        process.current = active.get(process.pk)  # type: ignore[attr-defined]
    return found


def groups() -> list[str]:
    return list(Process.objects.exclude(group="").order_by("group").values_list("group", flat=True).distinct())


def process_page(process: Process) -> ProcessPage:
    """A fixed number of queries, and one more for each kind of what belongs with it."""
    phases = list(process.phases.all())  # type: ignore[attr-defined]
    activities: dict[int, list[Activity]] = {}
    for activity in Activity.objects.filter(phase__in=[phase.pk for phase in phases]).order_by("opens_at", "id"):
        activities.setdefault(activity.phase_id, []).append(activity)  # type: ignore[arg-type, attr-defined]
    rows, today = _strip(phases, activities)
    keys = list(process.related.order_by("id").values_list("kind", "item_id"))  # type: ignore[attr-defined]
    described = describe(keys)
    return ProcessPage(
        process=process,
        areas=list(process.areas.for_list()),  # type: ignore[attr-defined]
        phases=rows,
        current=next((row for row in rows if row.phase.is_active), None),
        today=today,
        related=[described[key] for key in keys if key in described],
    )


def _strip(phases: list[Phase], activities: dict[int, list[Activity]]) -> tuple[list[PhaseRow], int | None]:
    """Where each phase lies between the first beginning and the last end."""
    if not phases:
        return [], None
    first, last = phases[0].starts_at, max(_end(phase) for phase in phases)
    scale = WIDTH / max((last - first).total_seconds(), 1)

    def place(moment: datetime) -> int:
        return round((moment - first).total_seconds() * scale)

    rows = [
        PhaseRow(
            number,
            phase,
            place(phase.starts_at),
            max(place(_end(phase)) - place(phase.starts_at), LEAST),
            activities.get(phase.pk, []),
        )
        for number, phase in enumerate(phases, 1)
    ]
    moment = now().astimezone(UTC)
    return rows, place(moment) if first <= moment <= last else None


def _end(phase: Phase) -> datetime:
    return phase.ends_at or max(phase.starts_at, now()) + ENDLESS
