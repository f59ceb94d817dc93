"""How many people live where, from whom that is known."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from core.verdicts import require
from ledger.actions import record
from places.actions.imports import DATA
from places.events import PopulationAdded
from places.models import Area, Population
from places.policies import may_change_areas

Figure = tuple[str, str, int]  # code of the area, group, people
SOURCE = "Office for National Statistics, mid-year population estimates 2024"


@transaction.atomic
def add_population(
    *, actor: Any, figures: Iterable[Figure], source: str, as_of: date, source_url: str = ""
) -> list[Population]:
    """The figures of areas that we have stand with their source; the same again replaces those of that day."""
    require(may_change_areas(actor))
    rows = list(figures)
    areas = {area.code: area for area in Area.objects.filter(code__in={code for code, _group, _n in rows}).for_list()}
    made = [
        Population(area=areas[code], group=group, people=people, source=source, source_url=source_url, as_of=as_of)
        for code, group, people in rows
        if code in areas
    ]
    Population.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=("area", "group", "as_of"),
        update_fields=("people", "source", "source_url"),
    )
    if made:
        record(PopulationAdded(len(made), as_of=as_of.isoformat()), actor=actor, subject=made[0].area)
    return made


def birmingham_population(*, actor: Any = None) -> list[Population]:
    """How many people live in Birmingham's wards, from the table of its areas."""
    with (DATA / "birmingham.csv").open(encoding="utf-8", newline="") as source:
        figures = [(row["code"], "", int(row["population"])) for row in csv.DictReader(source) if row["population"]]
    return add_population(actor=actor, figures=figures, source=SOURCE, as_of=date(2024, 6, 30))


def read_population(path: Path) -> list[Figure]:
    """A file with the columns code, group and people. Raises KeyError for a column that is not there, ValueError for what is no number."""
    with path.open(encoding="utf-8-sig", newline="") as source:
        return [(row["code"].strip(), row["group"].strip(), int(row["people"])) for row in csv.DictReader(source)]
