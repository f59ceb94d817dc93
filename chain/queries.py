"""Where things stand, what became of them, and who owes what. Read by every floor above, and by floors below in words only."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, models
from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from chain.models import Step
from chain.querysets import NOBODY
from chain.states import State, Station
from chain.stops import Stop, blank, stop
from core import today
from core.clock import day_of
from core.subjects import key_of

Key = tuple[str, int]

# From the steps of each record, all the way up and all the way down: never down again from an ancestor, which would bring in
# the other proposals of the same output. Of the steps at one station the one that matters most speaks: late, then owed, then
# open, then refused, then closed; the most urgent or the newest of them. The planner cannot tell how far a recursion goes and
# would rather read whole tables: OFFSET 0 keeps each lookup a lookup by index.
_LINES = """
WITH RECURSIVE
root AS (
    SELECT wanted.place, step.id
    FROM unnest(%s::text[], %s::bigint[]) WITH ORDINALITY AS wanted(kind, pk, place)
    JOIN chain_step step ON step.subject_kind = wanted.kind AND step.subject_id = wanted.pk
),
down(place, id) AS (
    SELECT place, id FROM root
    UNION
    SELECT down.place, link.child_id
    FROM down CROSS JOIN LATERAL (SELECT child_id FROM chain_link WHERE parent_id = down.id OFFSET 0) link
),
up(place, id) AS (
    SELECT place, id FROM root
    UNION
    SELECT up.place, link.parent_id
    FROM up CROSS JOIN LATERAL (SELECT parent_id FROM chain_link WHERE child_id = up.id OFFSET 0) link
),
ranked AS (
    SELECT reached.place, step.*,
        CASE
            WHEN step.state = 'open' AND (step.due IS NULL OR step.owner_key = 'people') THEN 2
            WHEN step.state = 'open' AND step.due < %s THEN 0
            WHEN step.state = 'open' THEN 1
            WHEN step.state = 'refused' THEN 3
            ELSE 4
        END AS rank,
        count(*) OVER at_station AS steps,
        count(*) FILTER (WHERE step.state = 'refused') OVER at_station AS refused
    FROM (SELECT place, id FROM down UNION SELECT place, id FROM up) reached
    CROSS JOIN LATERAL (SELECT * FROM chain_step WHERE id = reached.id OFFSET 0) step
    WINDOW at_station AS (PARTITION BY reached.place, step.station)
)
SELECT DISTINCT ON (place, station)
    place, station, state, owner_key, owner_label, due, coalesce(closed_at, opened_at), note, address, steps, refused
FROM ranked
ORDER BY place, station, rank, CASE WHEN rank < 2 THEN due END, coalesce(closed_at, opened_at) DESC, id DESC
"""

_FAMILY = """
WITH RECURSIVE
down(id, depth) AS (
    SELECT %s::bigint, 0
    UNION
    SELECT link.child_id, down.depth + 1 FROM down JOIN chain_link link ON link.parent_id = down.id
),
up(id, depth) AS (
    SELECT %s::bigint, 0
    UNION
    SELECT link.parent_id, up.depth - 1 FROM up JOIN chain_link link ON link.child_id = up.id
)
SELECT id, CASE WHEN min(depth) < 0 THEN min(depth) ELSE max(depth) END
FROM (SELECT * FROM down UNION SELECT * FROM up) reached GROUP BY id
"""

_REACHED = """
WITH RECURSIVE
down(id) AS (
    SELECT unnest(%s::bigint[])
    UNION
    SELECT link.child_id FROM down JOIN chain_link link ON link.parent_id = down.id
),
up(id) AS (
    SELECT unnest(%s::bigint[])
    UNION
    SELECT link.parent_id FROM up JOIN chain_link link ON link.child_id = up.id
)
SELECT id FROM down UNION SELECT id FROM up
"""


@dataclass(frozen=True, slots=True)
class Family:
    """A step with all that led to it and all that came of it, the earliest first, and its next of kin by id."""

    step: Step
    ancestors: list[Step]
    descendants: list[Step]


@dataclass(frozen=True, slots=True)
class StationCount:
    """How many steps stand at one station, by what is the matter with them."""

    station: Station
    open: int  # late ones included
    late: int
    done: int
    refused: int
    returned: int


def step_of(subject: models.Model, kind: str) -> Step:
    """The step of one kind that a record has, with its deadline. Raises Step.DoesNotExist."""
    subject_kind, subject_id = key_of(subject)
    step: Step = Step.objects.select_related("deadline").get(
        subject_kind=subject_kind, subject_id=subject_id, kind=kind
    )
    return step


def steps_of(key: Key) -> list[Step]:
    """Every step of one record, the earliest first."""
    return list(Step.objects.of(key[0], [key[1]]).order_by("opened_at", "id"))


def lines_for(kind: str, ids: Iterable[int]) -> dict[int, tuple[Stop, ...]]:
    """The line of each record of one kind: seven stops, blank for what has not set out. One query for all of them."""
    return {pk: line for (_kind, pk), line in lines_of((kind, pk) for pk in ids).items()}


def lines_of(keys: Iterable[Key]) -> dict[Key, tuple[Stop, ...]]:
    """The same for records of several kinds."""
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return {}
    this_day, language = today(), get_language() or ""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, ([kind for kind, _pk in wanted], [pk for _kind, pk in wanted], this_day))
        rows = cursor.fetchall()
    empty = blank(language)
    lines: dict[int, list[Stop]] = {}
    for place, station, state, owner_key, owner_label, due, since, note, address, steps, refused in rows:
        line = lines.setdefault(place, list(empty))
        line[station - 1] = stop(
            station,
            state,
            owner_key,
            owner_label,
            due,
            day_of(since),
            note,
            address,
            steps,
            refused,
            this_day,
            language,
        )
    return {key: tuple(lines.get(place, empty)) for place, key in enumerate(wanted, start=1)}


def line_for(subject: models.Model) -> tuple[Stop, ...]:
    """The line of one record."""
    key = key_of(subject)
    return lines_of([key])[key]


def line_of_steps(steps: Iterable[Step]) -> tuple[Stop, ...]:
    """The line that steps already at hand make, without a query."""
    this_day, language = today(), get_language() or ""
    by_station: dict[int, list[Step]] = {}
    for step in steps:
        by_station.setdefault(step.station, []).append(step)
    line = list(blank(language))
    for station, here in by_station.items():
        first = min(here, key=lambda step: _weight(step, this_day))
        refused = Counter(step.state for step in here)[State.REFUSED]
        line[station - 1] = stop(
            station, first.state, first.owner_key, first.owner_label, first.due, day_of(first.closed_at or first.opened_at),
            first.note, first.address, len(here), refused, this_day, language,
        )  # fmt: skip
    return tuple(line)


def family(step: Step) -> Family:
    """All that led to `step` and all that came of it, the earliest first; two queries, however long the line."""
    with connection.cursor() as cursor:
        cursor.execute(_FAMILY, (step.pk, step.pk))
        depths: dict[int, int] = dict(cursor.fetchall())
    others = {found.pk: found for found in Step.objects.filter(pk__in=[pk for pk in depths if pk != step.pk])}
    ordered = sorted(others.values(), key=lambda other: (depths[other.pk], other.station, other.opened_at, other.pk))
    return Family(
        step,
        [other for other in ordered if depths[other.pk] < 0],
        [other for other in ordered if depths[other.pk] > 0],
    )


def line_steps(key: Key) -> list[Step]:
    """Every step on the line of a record, its own among them, the earliest first; three queries."""
    own = [step.pk for step in steps_of(key)]
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, (own, own))
        reached = [pk for (pk,) in cursor.fetchall()]
    return list(Step.objects.filter(pk__in=reached).order_by("opened_at", "station", "id"))


def parents(step: Step) -> list[Step]:
    """What led to the step directly."""
    return list(Step.objects.filter(links_down__child=step).order_by("opened_at", "id"))


def children(step: Step) -> list[Step]:
    """What came of the step directly."""
    return list(Step.objects.filter(links_up__parent=step).order_by("opened_at", "id"))


def overdue(day: date | None = None) -> QuerySet[Step]:
    """What somebody owes since before `day` (today), the longest first; order by ("due", "id") to page through it."""
    found: QuerySet[Step] = Step.objects.overdue(day or today())
    return found


def owed_by(owner_keys: Collection[str]) -> QuerySet[Step]:
    """What these owners owe, by date; what has no date comes last."""
    found: QuerySet[Step] = Step.objects.owed_by(owner_keys)
    return found


def counts(day: date | None = None) -> dict[Station, StationCount]:
    """How many steps stand at each station; one query."""
    late = Q(state=State.OPEN, due__lt=day or today()) & ~Q(owner_key=NOBODY)
    rows: Any = list(
        Step.objects.order_by().values("station").annotate(
            open=Count("id", filter=Q(state=State.OPEN)),
            late=Count("id", filter=late),
            done=Count("id", filter=Q(state=State.DONE)),
            refused=Count("id", filter=Q(state=State.REFUSED)),
            returned=Count("id", filter=Q(state=State.RETURNED)),
        )
    )  # fmt: skip
    found = {row.pop("station"): row for row in rows}
    nothing = {"open": 0, "late": 0, "done": 0, "refused": 0, "returned": 0}
    return {station: StationCount(station, **found.get(station, nothing)) for station in Station}


def _weight(step: Step, this_day: date) -> tuple[int, date, float, int]:
    """The order in which the steps of one station speak: as in the query above."""
    if step.state == State.OPEN:
        if step.due is None or step.owner_key == NOBODY:
            rank = 2
        else:
            rank = 0 if step.due < this_day else 1
    else:
        rank = 3 if step.state == State.REFUSED else 4
    urgent = step.due if rank < 2 and step.due else date.max
    return rank, urgent, -(step.closed_at or step.opened_at).timestamp(), -step.pk
